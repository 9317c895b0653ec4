package madoguchi.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import madoguchi.access.OperatorPass;
import madoguchi.desk.Command;
import madoguchi.desk.Intake;
import madoguchi.desk.Notice;
import madoguchi.host.Words;

/** What a supervisor does besides: intake and notice. */
final class SupervisorHandlers {

    private final Desks desks;

    SupervisorHandlers(Desks desks) {
        this.desks = desks;
    }

    void intake(RoutingContext ctx) {
        Intake intake = Words.parse(Intake.class, ctx.body().asJsonObject().getString("intake"));
        submit(ctx, new Command.SetIntake(Guards.operatorOf(ctx).operator(), intake));
    }

    void notice(RoutingContext ctx) {
        JsonObject texts = ctx.body().asJsonObject().getJsonObject("notice");
        submit(ctx, new Command.SetNotice(Guards.operatorOf(ctx).operator(), texts == null ? null : notice(texts)));
    }

    private static Notice notice(JsonObject texts) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        texts.fieldNames().forEach(language -> byLanguage.put(language, texts.getString(language)));
        return new Notice(byLanguage);
    }

    private void submit(RoutingContext ctx, Command command) {
        OperatorPass pass = Guards.operatorOf(ctx);
        Guards.requireSupervisor(pass);
        OperatorHandlers.requireDesk(pass, ctx.pathParam("desk"));
        desks.at(ctx)
                .host()
                .submit(command, (desk, now) -> "")
                .onFailure(ctx::fail)
                .onSuccess(v -> Answers.nothing(ctx));
    }
}
