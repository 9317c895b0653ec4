package madoguchi.desk;

/** The answer to the one optional question afterwards: did this help you? */
public enum Feedback {
    YES,
    PARTLY,
    NO
}
