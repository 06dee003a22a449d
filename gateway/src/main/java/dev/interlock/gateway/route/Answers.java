package dev.interlock.gateway.route;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** A service's answer on its way back. */
final class Answers {

    /** Of one connection only, or the gateway's own business. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "content-length",
                    "content-type",
                    "date",
                    "server",
                    "set-cookie",
                    "x-request-id",
                    "www-authenticate");

    /** Up to this size an answer is passed on in one go. */
    private static final int READ_WHOLE = 16 * 1024;

    private Answers() {}

    static void copy(ClassicHttpResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getCode());
        for (Header header : answer.getHeaders()) {
            if (!NOT_PASSED_ON.contains(header.getName().toLowerCase(Locale.ROOT))) {
                response.addHeader(header.getName(), header.getValue());
            }
        }
        HttpEntity body = answer.getEntity();
        if (body == null) {
            return;
        }
        if (body.getContentType() != null) {
            response.setContentType(body.getContentType());
        }
        long length = body.getContentLength();
        if (length >= 0) {
            response.setContentLengthLong(length);
        }
        try (var in = body.getContent()) {
            if (length >= 0 && length <= READ_WHOLE) {
                response.getOutputStream().write(in.readNBytes((int) length));
            } else {
                in.transferTo(response.getOutputStream());
            }
        }
    }
}
