package madoguchi.stream;

/** The body of a chunked HTTP/1.1 response. */
final class Chunks {

    private Chunks() {}

    /** Joins the chunks of a response in ASCII that have fully arrived. */
    static String join(String response) {
        StringBuilder body = new StringBuilder();
        int at = response.indexOf("\r\n\r\n") + 4;
        int line = response.indexOf("\r\n", at);
        while (line >= 0) {
            int size = Integer.parseInt(response.substring(at, line), 16);
            if (line + 2 + size > response.length()) {
                break;
            }
            body.append(response, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
            line = response.indexOf("\r\n", at);
        }
        return body.toString();
    }
}
