package madoguchi.desk;

/** What a signed-in person may do at a desk; a supervisor who also answers has both. */
public enum Role {
    OPERATOR,
    SUPERVISOR
}
