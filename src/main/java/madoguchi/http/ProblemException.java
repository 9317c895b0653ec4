package madoguchi.http;

/** Carries a {@link Problem} to the failure handler. Control flow, hence without a stack trace. */
final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
