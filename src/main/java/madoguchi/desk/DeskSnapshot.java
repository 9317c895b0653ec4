package madoguchi.desk;

/**
 * Everything a desk is made of at one version, as plain data: restoring it and replaying what came after gives the same desk.
 *
 * @param version of the newest event in it, 0 for a desk to which nothing has happened
 */
public record DeskSnapshot(String desk, long version) {}
