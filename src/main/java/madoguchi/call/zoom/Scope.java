package madoguchi.call.zoom;

import java.util.Set;

/** What the app must be allowed to do, by Zoom's granular name or by the classic one that includes it. */
enum Scope {
    AGENTS("contact_center:read:list_queue_agents:admin", "contact_center_queue:read:admin"),
    ENGAGEMENT("contact_center:read:engagement:admin", "contact_center_report:read:admin"),
    ENTRIES("contact_center:read:flow:admin", "contact_center_flow:read:admin"),
    VARIABLES("contact_center:read:list_variables:admin", "contact_center_variable:read:admin"),
    LOGS("contact_center:read:list_variable_logs:admin", "contact_center_variable_log:read:admin");

    private final String granular;
    private final String classic;

    Scope(String granular, String classic) {
        this.granular = granular;
        this.classic = classic;
    }

    String granular() {
        return granular;
    }

    /** The granular name of the log's scope was not found: any with its noun will do. */
    boolean in(Set<String> granted) {
        return granted.contains(granular)
                || granted.contains(classic)
                || (this == LOGS && granted.stream().anyMatch(scope -> scope.contains("variable_log")));
    }
}
