package madoguchi.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import madoguchi.settings.DeskSettings.Calling;
import madoguchi.settings.DeskSettings.Expectation;
import madoguchi.settings.DeskSettings.Line;
import madoguchi.settings.DeskSettings.Presence;
import madoguchi.settings.DeskSettings.Topic;
import madoguchi.settings.DeskSettings.Work;

/** Reads one desk. What people read about it (name, topics, notes, mail form) is its own and has no default. */
final class DeskReader {

    private final Section desk;
    private final Problems problems;
    private final List<String> languages;

    private DeskReader(Section desk) {
        this.desk = desk;
        this.problems = desk.problems();
        this.languages = desk.list("languages", Forms.LANGUAGE);
        boolean distinct = languages.stream().distinct().count() == languages.size();
        problems.require(
                distinct && !languages.isEmpty() && languages.size() <= 16,
                desk.key("languages"),
                languages,
                "1 to 16 different language tags");
    }

    static DeskSettings read(String id, Section section) {
        return new DeskReader(section).read(id);
    }

    private DeskSettings read(String id) {
        DeskSettings.Provider provider = desk.value("provider", Forms.choice(DeskSettings.Provider.class));
        return new DeskSettings(
                id,
                texts(desk.given("name"), desk.key("name"), Forms.TEXT),
                languages,
                topics(),
                notes(),
                mailForm(),
                desk.list("sites", Forms.ORIGIN).stream().map(String::valueOf).toList(),
                HoursReader.read(desk),
                provider,
                zoom(provider, desk.section("zoom")),
                line(),
                presence(),
                new Work(
                        desk.value("ring", Forms.duration("50ms", "10m")),
                        desk.value("wrapUp", Forms.duration("0ms", "1h")),
                        desk.value("outcomeWithin", Forms.duration("50ms", "24h")),
                        desk.value("grace", Forms.duration("0ms", "24h"))),
                new Expectation(
                        desk.value("meanCall", Forms.duration("1s", "24h")),
                        desk.value("meanPatience", Forms.duration("1s", "24h")),
                        desk.value("answeredWithin", Forms.duration("1s", "24h"))));
    }

    private Line line() {
        Line line = new Line(
                desk.value("capacity", Forms.number(1, 1_000_000)),
                desk.value("calling", Forms.choice(Calling.class)),
                desk.value("joinWindow", Forms.duration("50ms", "1h")),
                desk.value("joinWarning", Forms.duration("0ms", "1h")),
                desk.value("extensions", Forms.number(0, 100)),
                desk.value("backPlaces", Forms.number(0, 1000)));
        problems.require(
                line.joinWarning().compareTo(line.joinWindow()) < 0,
                desk.key("joinWarning"),
                line.joinWarning(),
                "less than joinWindow, " + Forms.text(line.joinWindow()));
        return line;
    }

    private Presence presence() {
        Presence presence = new Presence(
                desk.value("parkAfter", Forms.duration("50ms", "1h")),
                desk.value("abandonAfter", Forms.duration("50ms", "24h")),
                desk.value("operatorLease", Forms.duration("50ms", "24h")),
                desk.value("stepAway", Forms.duration("50ms", "24h")));
        problems.require(
                presence.parkAfter().compareTo(presence.abandonAfter()) < 0,
                desk.key("abandonAfter"),
                presence.abandonAfter(),
                "more than parkAfter, " + Forms.text(presence.parkAfter()));
        return presence;
    }

    private List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        desk.entries(desk.given("topics"), desk.key("topics")).forEach((id, name) -> {
            String key = desk.key("topics") + "." + id;
            problems.require(Forms.TOPIC_ID.parse(id).isPresent(), key, id, Forms.TOPIC_ID.expected());
            topics.add(new Topic(id, texts(name, key, Forms.TEXT)));
        });
        return List.copyOf(topics);
    }

    private List<Map<String, String>> notes() {
        JsonNode notes = desk.given("notes");
        String key = desk.key("notes");
        problems.require(notes.isMissingNode() || notes.isArray(), key, "no list", "a list of texts per language");
        List<Map<String, String>> all = new ArrayList<>();
        for (int i = 0; i < notes.size() && notes.isArray(); i++) {
            all.add(texts(notes.get(i), key + "[" + i + "]", Forms.TEXT));
        }
        return List.copyOf(all);
    }

    private Map<String, String> mailForm() {
        return oneForAll(desk, "mailForm", Forms.MAIL_FORM);
    }

    /** One value for all languages, or one for each; empty where none is given. */
    private Map<String, String> oneForAll(Section section, String name, Form<String> form) {
        JsonNode given = section.given(name);
        if (given.isMissingNode()) {
            return Map.of();
        }
        if (given.isObject()) {
            return texts(given, section.key(name), form);
        }
        Map<String, String> same = new LinkedHashMap<>();
        section.text(given, section.key(name), form)
                .ifPresent(value -> languages.forEach(language -> same.put(language, value)));
        return same;
    }

    private DeskSettings.Zoom zoom(DeskSettings.Provider provider, Section zoom) {
        DeskSettings.Zoom read = new DeskSettings.Zoom(
                zoom.value("environment", Forms.choice(DeskSettings.Environment.class)),
                oneForAll(zoom, "entries", Forms.ZOOM_ID),
                oneForAll(zoom, "queues", Forms.ZOOM_ID),
                zoom.value("variable", Forms.WEBSITE_DATA),
                zoom.value("variableName", Forms.VARIABLE),
                zoom.value("loadWithin", Forms.duration("100ms", "5m")),
                zoom.value("answerWithin", Forms.duration("50ms", "1h")),
                zoom.value("rejoin", Forms.duration("50ms", "1h")),
                zoom.value("outcome", Forms.choice(DeskSettings.Outcome.class)),
                dispositions(zoom));
        if (provider == DeskSettings.Provider.ZOOM) {
            problems.require(!read.entries().isEmpty(), zoom.key("entries"), "", Forms.ZOOM_ID.expected());
            problems.require(!read.queues().isEmpty(), zoom.key("queues"), "", Forms.ZOOM_ID.expected());
        }
        return read;
    }

    private Map<String, DeskSettings.Outcome> dispositions(Section zoom) {
        String key = zoom.key("dispositions");
        Map<String, DeskSettings.Outcome> outcomes = new LinkedHashMap<>();
        zoom.entries(zoom.given("dispositions"), key)
                .forEach((name, outcome) -> zoom.text(
                                outcome, key + "." + name, Forms.choice(DeskSettings.Outcome.class))
                        .ifPresent(known -> outcomes.put(name, known)));
        return Collections.unmodifiableMap(outcomes);
    }

    /** One text for each of the desk's languages. */
    private Map<String, String> texts(JsonNode node, String key, Form<String> form) {
        Map<String, JsonNode> given = desk.entries(node, key);
        given.keySet()
                .forEach(language -> problems.require(
                        languages.contains(language),
                        key + "." + language,
                        "unknown key",
                        "the desk's languages, " + languages));
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : languages) {
            JsonNode text = given.get(language);
            String textKey = key + "." + language;
            problems.require(text != null, textKey, "", form.expected());
            if (text != null) {
                desk.text(text, textKey, form).ifPresent(value -> texts.put(language, value));
            }
        }
        return Collections.unmodifiableMap(texts);
    }
}
