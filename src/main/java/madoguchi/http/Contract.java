package madoguchi.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The contract that drives request validation. */
public final class Contract {

    private static final String RESOURCE = "openapi.yaml";

    private Contract() {}

    public static Future<OpenAPIContract> load(Vertx vertx) {
        return vertx.executeBlocking(Contract::read, false)
                .map(Contract::requestsAlone)
                .compose(json -> OpenAPIContract.from(vertx, json));
    }

    /** The contract as it is written. Blocks. */
    static JsonObject read() throws IOException {
        try (InputStream yaml = Contract.class.getResourceAsStream(RESOURCE)) {
            if (yaml == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            Map<String, Object> tree = new ObjectMapper(new YAMLFactory())
                    .readerForMapOf(Object.class)
                    .readValue(yaml);
            return new JsonObject(tree);
        }
    }

    /** Vert.x knows neither event streams nor problems as answers; as only requests are validated, the answers can stay away. */
    private static JsonObject requestsAlone(JsonObject contract) {
        JsonObject copy = contract.copy();
        copy.getJsonObject("components").remove("responses");
        JsonObject any = new JsonObject().put("default", new JsonObject().put("description", "As openapi.yaml has it"));
        JsonObject paths = copy.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject operations = paths.getJsonObject(path);
            for (String method : operations.fieldNames()) {
                if (operations.getValue(method) instanceof JsonObject operation) {
                    operation.put("responses", any.copy());
                }
            }
        }
        return copy;
    }
}
