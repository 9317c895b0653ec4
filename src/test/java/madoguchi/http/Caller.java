package madoguchi.http;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody with nothing but an HTTP client: a caller with a ticket's token, or an operator with a session's cookie. */
public final class Caller {

    /** An answer of ours; {@code body} is null where there was none. */
    public record Answer(int status, @Nullable JsonObject body, HttpResponse<String> response) {

        public JsonObject json() {
            if (body == null) {
                throw new AssertionError("no body, status " + status);
            }
            return body;
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final List<String> headers = new ArrayList<>();

    public Caller(String base) {
        this.base = base;
    }

    /** The same one, at another address. */
    public Caller at(String url) {
        Caller moved = new Caller(url);
        moved.headers.addAll(headers);
        return moved;
    }

    /** Sends this header from now on. */
    public Caller with(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    /** Sends this header from now on, and no other of its name. */
    public Caller replacing(String name, String value) {
        for (int i = headers.size() - 2; i >= 0; i -= 2) {
            if (headers.get(i).equals(name)) {
                headers.subList(i, i + 2).clear();
            }
        }
        return with(name, value);
    }

    /** Joins and carries the ticket's token from now on. @return the join's answer */
    public JsonObject join(String desk, JsonObject request) {
        Answer answer = post("/api/v1/desks/" + desk + "/tickets", request);
        if (answer.status() != 201) {
            throw new AssertionError("join: " + answer);
        }
        with("Authorization", "Bearer " + answer.json().getString("token"));
        return answer.json();
    }

    public JsonObject join(String desk) {
        return join(desk, new JsonObject().put("language", "ja"));
    }

    /** Signs in by a one-time link and carries the cookie from now on. */
    public JsonObject signIn(String link) {
        with("Origin", base);
        String invitation = link.substring(link.indexOf("#invitation=") + 12);
        Answer answer = post("/api/v1/operator/session", new JsonObject().put("invitation", invitation));
        if (answer.status() != 200) {
            throw new AssertionError("sign-in: " + answer);
        }
        String cookie = answer.response().headers().firstValue("Set-Cookie").orElseThrow();
        with("Cookie", cookie.substring(0, cookie.indexOf(';')));
        return answer.json();
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer put(String path, JsonObject body) {
        return send("PUT", path, body.encode());
    }

    public Answer post(String path, JsonObject body) {
        return send("POST", path, body.encode());
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer send(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(response.statusCode(), json ? new JsonObject(response.body()) : null, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public EventReader stream(String path) {
        return EventReader.open(client, base + path, headers.toArray(String[]::new));
    }
}
