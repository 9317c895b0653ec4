package madoguchi.simulator;

/** Something asked for by an id that nothing here has. */
final class Absent extends RuntimeException {

    private static final long serialVersionUID = 1;

    Absent(String what, String id) {
        super(what + ": " + id + " (expected: one that exists)");
    }
}
