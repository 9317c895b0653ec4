package madoguchi.desk;

/** Whether a supervisor lets new tickets in. The opening hours and the capacity of the line say the rest. */
public enum Intake {
    OPEN,
    PAUSED,
    CLOSED
}
