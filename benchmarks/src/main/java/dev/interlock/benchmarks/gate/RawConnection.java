package dev.interlock.benchmarks.gate;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive connection that sends the same bytes again and again, as thin as can be: on a
 * machine shared with the server, a heavier client would measure itself.
 */
final class RawConnection implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] request;

    RawConnection(String url, String path, String token, String body) throws IOException {
        URI uri = URI.create(url);
        this.socket = new Socket(InetAddress.getByName(uri.getHost()), uri.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        this.out = socket.getOutputStream();
        this.in = new BufferedInputStream(socket.getInputStream(), 16_384);
        this.request =
                ("POST "
                                + path
                                + " HTTP/1.1\r\nHost: "
                                + uri.getAuthority()
                                + "\r\nAuthorization: Bearer "
                                + token
                                + "\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.getBytes(StandardCharsets.UTF_8).length
                                + "\r\n\r\n"
                                + body)
                        .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends, reads the whole answer and fails unless it is a 200. */
    String exchange() throws IOException {
        out.write(request);
        out.flush();
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + "\n" + body());
        }
        return body();
    }

    private String body() throws IOException {
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        return chunked ? chunks() : bytes(length);
    }

    private String chunks() throws IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            text.append(bytes(size));
            line();
            if (size == 0) {
                return text.toString();
            }
        }
    }

    private String bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("answer cut off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("connection closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
