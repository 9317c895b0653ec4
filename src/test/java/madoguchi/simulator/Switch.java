package madoguchi.simulator;

/** What is not known of Zoom, or goes wrong on bad days. Times are milliseconds. */
public enum Switch {
    /** The token endpoint answers with this status, unless 0. */
    OAUTH_STATUS(0),
    /** Every REST operation answers with this status, unless 0. */
    API_STATUS(0),
    /** So many REST operations are answered with {@code API_STATUS}, then no more; -1 for all. */
    API_FAILURES(-1),
    /** REST answers come this late. */
    API_DELAY(0),
    /** REST connections are cut before the answer. */
    API_CUT(false),
    /** REST operations of one second before the next is refused. */
    RATE_PER_SECOND(20),
    /** The day's share is used up: 429 with an ISO date in {@code Retry-After}. */
    DAILY_LIMIT(false),
    /** A limit per second also says {@code Retry-After} in seconds. */
    RETRY_IN_SECONDS(false),
    /** The first page of a list comes again and again. */
    PAGE_REPEATS(false),
    /** A variable can be looked up this long after the engagement began. */
    LOGS_AFTER(0),
    /** An engagement's record can be read this long after its end. */
    RECORD_AFTER(5_000),
    /** A record is first read as an empty object. */
    RECORD_EMPTY_FIRST(false),
    /** {@code GET /open_engagements} exists. */
    OPEN_ENGAGEMENTS(false),
    /** An agent who does not answer is made Not Ready, or else rung again. */
    RING_FORCES(true),
    /** How long an agent rings. */
    RING_FOR(20_000),
    /** Wrap-up ends by itself after this. */
    WRAP_UP(30_000),
    /** A caller who dropped out of a call may come back within this. */
    REJOIN(120_000),
    /** Longest wait in a queue; who waits longer overflows. */
    MAX_WAIT(600_000),
    /** A queue takes so many who wait; the next one overflows. */
    MAX_IN_QUEUE(1_000),
    /** Where who overflows goes: {@code disconnect}, or {@code queue}: into the other queue, and out from there. */
    OVERFLOW("disconnect"),
    /** Events are sent at all. */
    WEBHOOKS(true),
    /** The event of this name, without its prefix, is never sent; empty for none. */
    WEBHOOK_LOST(""),
    /** Each event is sent twice. */
    WEBHOOK_TWICE(false),
    /** So many events are held and then sent in disorder; 0 for none. */
    WEBHOOK_SHUFFLE(0),
    /** Events are sent this late. */
    WEBHOOK_DELAY(0),
    /** Signed with a secret that nobody knows. */
    WEBHOOK_FORGED(false),
    /** Signed with the secret before the present one. */
    WEBHOOK_OLD_SECRET(false),
    /** The signature's time lies this far back. */
    WEBHOOK_AGE(0),
    /** Each event is preceded by one of an unknown name. */
    WEBHOOK_UNKNOWN(false),
    /** Events carry fields that nobody documents. */
    WEBHOOK_EXTRA(false),
    /** Events carry nothing but what may be relied on. */
    WEBHOOK_BARE(false),
    /** {@code task_*} events are sent for web video. */
    TASK_EVENTS(true),
    /** The script: ok, cut (as by a blocker), never, late (after 30 s), broken. */
    SCRIPT("ok"),
    /** The script compiles with {@code eval}, as Zoom's does. */
    SCRIPT_EVAL(true),
    /** {@code init} is rejected. */
    INIT_REFUSED(false),
    /** {@code startVideo} is rejected. */
    START_REFUSED(false),
    /** {@code engagement_started} carries no id in the browser. */
    ID_HIDDEN(false),
    /** At the end all three end events fire, or else the one that fits. */
    ALL_ENDS(true);

    /** A Boolean, an Integer or a String. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Object off;

    Switch(Object off) {
        this.off = off;
    }

    /** Its value until it is turned. */
    Object initial() {
        return off;
    }
}
