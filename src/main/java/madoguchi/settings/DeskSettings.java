package madoguchi.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One desk. Texts for people are maps from language to text and have exactly the desk's languages.
 *
 * @param languages in the order they are shown
 * @param mailForm URLs with {@code {reference}} where the ticket's reference goes; empty where there is no mail form
 * @param sites exact origins
 */
public record DeskSettings(
        String id,
        Map<String, String> name,
        List<String> languages,
        List<Topic> topics,
        List<Map<String, String>> notes,
        Map<String, String> mailForm,
        List<String> sites,
        Hours hours,
        Provider provider,
        Zoom zoom,
        Line line,
        Presence presence,
        Work work,
        Expectation expectation) {

    public record Topic(String id, Map<String, String> name) {}

    /** What carries the call. */
    public enum Provider {
        DIRECT,
        ZOOM
    }

    /**
     * What the provider Zoom needs to know of the desk; entries and queues are empty only where the provider is another.
     *
     * @param entries entry ids by language
     * @param queues queue ids by language
     * @param variable Item Key and Object Path with a dot between
     * @param dispositions outcomes by Zoom's names
     */
    public record Zoom(
            Environment environment,
            Map<String, String> entries,
            Map<String, String> queues,
            String variable,
            String variableName,
            Duration loadWithin,
            Duration answerWithin,
            Duration rejoin,
            Outcome outcome,
            Map<String, Outcome> dispositions) {}

    public enum Environment {
        US01,
        EU01
    }

    /** How a call that was answered may end. */
    public enum Outcome {
        SOLVED,
        FOLLOW_UP,
        REFERRED,
        DROPPED
    }

    public enum Calling {
        AUTOMATIC,
        MANUAL
    }

    public record Line(
            int capacity, Calling calling, Duration joinWindow, Duration joinWarning, int extensions, int backPlaces) {}

    public record Presence(Duration parkAfter, Duration abandonAfter, Duration operatorLease, Duration stepAway) {}

    public record Work(Duration ring, Duration wrapUp, Duration outcomeWithin, Duration grace) {}

    public record Expectation(Duration meanCall, Duration meanPatience, Duration answeredWithin) {}
}
