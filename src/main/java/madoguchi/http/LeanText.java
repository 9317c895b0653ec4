package madoguchi.http;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script, style sheet or page as browsers get it: the same program without comments, and without space and signs that say
 * nothing. The files stay as people read them, and no build stands in between. It knows strings and templates, but neither a
 * template within a template nor a regular expression with space beside punctuation; a test compares the syntax trees.
 */
final class LeanText {

    /** Strings and templates, group 1, are left as they are. */
    private static final String QUOTED =
            "('(?:[^'\\\\\\n]|\\\\.)*+'|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|`(?:[^`\\\\]|\\\\.)*+`)";

    private static final Pattern COMMENT = Pattern.compile(QUOTED + "|/\\*(?s:.*?)\\*/|(?<![:\\\\])//[^\\n]*");
    private static final Pattern SCRIPT_SPACE = spaceAround("{}(),;=<>?|&");
    private static final Pattern STYLE_SPACE = spaceAround("{},;>");
    private static final Pattern NEEDLESS_END = Pattern.compile(QUOTED + "|;(?=})|,(?=[}\\])])");
    private static final Pattern INDENTATION = Pattern.compile("\\s*\\n\\s*");

    private LeanText() {}

    private static Pattern spaceAround(String punctuation) {
        return Pattern.compile(QUOTED + "|\\s*([" + punctuation + "\\n]|:(?=\\s))\\s*");
    }

    /** @param extension of the file's name */
    static String of(String extension, String text) {
        return switch (extension) {
            case "js" -> reduce(NEEDLESS_END, reduce(SCRIPT_SPACE, reduce(COMMENT, text)));
            case "css" -> reduce(NEEDLESS_END, reduce(STYLE_SPACE, reduce(COMMENT, text)));
            case "html" -> INDENTATION.matcher(text).replaceAll("\n");
            default -> text;
        };
    }

    /** Keeps what is quoted, and of anything else found its second group, if it has one. */
    private static String reduce(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(kept(found)));
    }

    private static String kept(MatchResult found) {
        if (found.group(1) != null) {
            return found.group(1);
        }
        return found.groupCount() > 1 ? found.group(2) : "";
    }
}
