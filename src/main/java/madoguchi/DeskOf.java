package madoguchi;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import madoguchi.desk.DeskRules;
import madoguchi.desk.OpeningHours;
import madoguchi.desk.Outcome;
import madoguchi.host.PresenceRules;
import madoguchi.http.DeskFacts;
import madoguchi.settings.DeskSettings;
import madoguchi.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Hands each room the part of a desk's settings that it lives by. */
final class DeskOf {

    private DeskOf() {}

    static DeskRules rules(DeskSettings desk, OpeningHours hours) {
        DeskSettings.Line line = desk.line();
        boolean zoom = desk.provider() == DeskSettings.Provider.ZOOM;
        return new DeskRules(
                desk.id(),
                desk.hours().zone(),
                desk.languages(),
                desk.topics().stream().map(DeskSettings.Topic::id).toList(),
                hours,
                line.capacity(),
                DeskRules.Calling.valueOf(line.calling().name()),
                line.joinWindow(),
                line.extensions(),
                line.backPlaces(),
                zoom ? desk.zoom().answerWithin() : desk.work().ring(),
                desk.presence().stepAway(),
                desk.work().wrapUp(),
                desk.work().outcomeWithin(),
                desk.work().grace(),
                desk.expectation().meanCall(),
                desk.expectation().meanPatience(),
                desk.expectation().answeredWithin(),
                zoom ? DeskRules.Staffing.PROVIDER : DeskRules.Staffing.CONSOLE,
                zoom ? Outcome.valueOf(desk.zoom().outcome().name()) : Outcome.DROPPED);
    }

    static PresenceRules presence(DeskSettings desk, Settings.Stream stream) {
        return new PresenceRules(
                desk.presence().parkAfter(),
                desk.presence().abandonAfter(),
                desk.provider() == DeskSettings.Provider.ZOOM
                        ? desk.zoom().rejoin()
                        : desk.presence().abandonAfter(),
                desk.presence().operatorLease(),
                stream.flush(),
                stream.heartbeat());
    }

    static DeskFacts facts(DeskSettings desk, String provider, @Nullable URI callOrigin) {
        Map<String, Map<String, String>> topics = new LinkedHashMap<>();
        desk.topics().forEach(topic -> topics.put(topic.id(), topic.name()));
        return new DeskFacts(
                desk.name(),
                desk.languages(),
                topics,
                desk.notes(),
                desk.mailForm(),
                desk.sites(),
                provider,
                (callOrigin == null ? "" : callOrigin) + "/call/" + desk.id(),
                desk.line().joinWarning(),
                desk.presence().stepAway());
    }
}
