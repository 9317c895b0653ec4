package madoguchi.stream;

/** The defaults with one thing changed. */
final class TestRules {

    private TestRules() {}

    static StreamRules withMaxStreams(int maxStreams) {
        StreamRules rules = StreamRules.defaults();
        return new StreamRules(
                rules.heartbeat(),
                rules.maxAgeLow(),
                rules.maxAgeHigh(),
                rules.drainTimeout(),
                rules.retryLow(),
                rules.retryHigh(),
                maxStreams,
                rules.writeQueue());
    }
}
