package madoguchi.stream;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of a stream by the rules of the standard, as far as LF goes: all that our frames use. */
record EventText(String text) {

    /** The data of each dispatched event. */
    List<String> data() {
        List<String> events = new ArrayList<>();
        String[] blocks = text.split("\n\n", -1);
        for (String block : List.of(blocks).subList(0, blocks.length - 1)) {
            List<String> lines =
                    block.lines().filter(line -> line.startsWith("data:")).toList();
            if (!lines.isEmpty()) {
                events.add(
                        String.join("\n", lines.stream().map(EventText::value).toList()));
            }
        }
        return events;
    }

    private static String value(String line) {
        String value = line.substring("data:".length());
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
