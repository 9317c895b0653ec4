package madoguchi.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README's table of keys, made from the shipped file and its comments. {@link #main} writes it into the README. */
final class KeyTable {

    static final Path README = Path.of("README.md");
    static final Path SHIPPED = Path.of("conf/madoguchi.yaml");

    private static final Pattern LINE = Pattern.compile("( *)([a-zA-Z]+):(?: +([^#]*?))?(?: +# (.*))?");
    private static final Pattern MARKED = Pattern.compile("(?s)(<!-- settings:begin -->\n).*(<!-- settings:end -->)");

    private KeyTable() {}

    /** @param value as the file writes it, empty where nothing or a block of texts stands there */
    record Row(String key, String value, String comment) {

        String markdown() {
            String shown = value.isEmpty() ? "" : "`" + value + "`";
            return "| `" + key.replace(".helpdesk", ".<id>") + "` | " + shown + " | " + comment + " |\n";
        }
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(README, withTable(Files.readString(README)));
    }

    static String withTable(String readme) {
        StringBuilder table = new StringBuilder("| key | default | what it is |\n| --- | --- | --- |\n");
        rows().forEach(row -> table.append(row.markdown()));
        Matcher marked = MARKED.matcher(readme);
        if (!marked.find()) {
            throw new IllegalStateException("README.md: no markers (expected: settings:begin and settings:end)");
        }
        return marked.replaceFirst("$1" + Matcher.quoteReplacement(table.toString()) + "$2");
    }

    /** The keys that have a comment, which is all but sections and texts. */
    static List<Row> rows() {
        try {
            return rows(Files.readAllLines(SHIPPED));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Row> rows(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        Deque<String> path = new ArrayDeque<>();
        for (String line : lines) {
            Matcher key = LINE.matcher(line);
            if (key.matches()) {
                while (path.size() > key.group(1).length() / 2) {
                    path.removeLast();
                }
                path.addLast(key.group(2));
                if (key.group(4) != null) {
                    rows.add(new Row(String.join(".", path), key.group(3) == null ? "" : key.group(3), key.group(4)));
                }
            }
        }
        return rows;
    }
}
