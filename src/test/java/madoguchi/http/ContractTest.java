package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the server answers and tells is what the contract promises. */
class ContractTest {

    private static final String BASE = "https://madoguchi.invalid/";

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer();

    private JsonObject contract = new JsonObject();

    @BeforeEach
    void readContract() throws IOException {
        contract = Contract.read();
    }

    private void assertIs(String schema, JsonObject answer) {
        JsonObject root = new JsonObject()
                .put("$ref", "#/components/schemas/" + schema)
                .put("components", contract.getJsonObject("components"));
        JsonSchemaOptions options = new JsonSchemaOptions()
                .setBaseUri(BASE)
                .setDraft(Draft.DRAFT202012)
                .setOutputFormat(OutputFormat.Basic);
        OutputUnit result = Validator.create(JsonSchema.of(root), options).validate(answer);
        assertThat(result.getValid()).as("%s %s: %s", schema, answer, result).isTrue();
        assertThat(properties(schema)).as(schema).containsAll(answer.fieldNames());
    }

    /** All that a schema names, so that nothing is told which the contract does not know. */
    private Set<String> properties(String schema) {
        JsonObject named =
                contract.getJsonObject("components").getJsonObject("schemas").getJsonObject(schema);
        Set<String> names = new HashSet<>(
                named.getJsonObject("properties", new JsonObject()).fieldNames());
        for (Object part : named.getJsonArray("allOf", new JsonArray())) {
            String reference = ((JsonObject) part).getString("$ref");
            names.addAll(properties(reference.substring(reference.lastIndexOf('/') + 1)));
        }
        return names;
    }

    /** The other way round, a handler that the contract does not know stops the start. */
    @Test
    void operation_ofTheContract_isAnswered() {
        Caller caller = server.caller();
        JsonObject paths = contract.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            for (String method : paths.getJsonObject(path).fieldNames()) {
                if (!method.equals("parameters") && !path.equals("/api/v1/desks/{desk}/stream")) {
                    String filled = path.replace("{desk}", "helpdesk").replaceAll("\\{\\w+}", "0".repeat(26));
                    Caller.Answer answer = caller.send(method.toUpperCase(Locale.ROOT), filled, null);
                    assertThat(answer.json().getString("type", ""))
                            .as("%s %s", method, path)
                            .doesNotEndWith("/not-found")
                            .doesNotEndWith("/method-not-allowed");
                }
            }
        }
    }

    @Test
    void schema_thatIsBroken_isNoticed() {
        assertThat(properties("Desk")).contains("wait", "mailForm");
        JsonObject desk = server.caller().get("/api/v1/desks/helpdesk").json();
        assertThatThrownBy(() -> assertIs("Desk", desk.copy().put("state", "odd")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertIs("Desk", desk.copy().put("odd", 1))).isInstanceOf(AssertionError.class);
    }

    @Test
    void answers_ofAWholeVisit_areAsPromised() {
        Caller operator = server.operator();
        Caller caller = server.caller();
        assertIs("Operator", operator.get("/api/v1/operator").json());
        assertIs("Problem", caller.get("/api/v1/ticket").json());
        assertIs("Ticket", caller.join("helpdesk").getJsonObject("ticket"));
        assertIs("Desk", caller.get("/api/v1/desks/helpdesk").json());
        assertIs(
                "Ticket",
                caller.put("/api/v1/ticket/presence", word("presence", "stepped-away"))
                        .json());
        assertIs(
                "Ticket",
                caller.put("/api/v1/ticket/presence", word("presence", "here")).json());
        assertIs(
                "Ticket",
                caller.put("/api/v1/ticket/microphone", word("result", "passed"))
                        .json());
        try (EventReader own = caller.stream("/api/v1/ticket/stream");
                EventReader console = operator.stream("/api/v1/operator/stream")) {
            assertIs(
                    "Call",
                    operator.put("/api/v1/operator/status", word("status", "available"))
                            .json());
            assertIs("DeskPicture", own.await("desk"));
            assertIs(
                    "Ticket",
                    own.await("ticket", ticket -> ticket.getString("state").equals("called")));
            assertIs("Board", console.await("board"));
            assertIs(
                    "Call",
                    console.await("call", call -> call.getString("status").equals("ringing")));
            talk(caller, operator, own);
            assertIs(
                    "Ticket",
                    own.await("ticket", ticket -> ticket.getString("state").equals("ended")));
            assertIs("Board", console.await("board"));
        }
    }

    private void talk(Caller caller, Caller operator, EventReader own) {
        assertIs("Ticket", caller.post("/api/v1/ticket/extension").json());
        JsonObject handOff = caller.post("/api/v1/ticket/handoff").json();
        assertIs("HandOff", handOff);
        String call = "/api/v1/operator/calls/" + handOff.getString("ticket");
        assertIs("HandOff", operator.post(call + "/answer").json());
        assertIs("Ticket", caller.get("/api/v1/ticket").json());
        assertThat(operator.post(call + "/consents").status()).isEqualTo(201);
        assertIs("Consents", own.await("consent"));
        assertIs(
                "Call",
                operator.post(call + "/outcome", word("outcome", "solved")).json());
    }

    private static JsonObject word(String name, String value) {
        return new JsonObject().put(name, value);
    }
}
