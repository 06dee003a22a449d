package dev.interlock.standalone.endtoend;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * The only way from one part to another, which can be cut for that part alone: silently, as when
 * packets are lost, or by ending connections and taking no more.
 */
final class CutOff implements AutoCloseable {

    /** How it is cut. */
    enum Kind {
        /** Nothing comes through, and nobody is told. */
        SILENT,
        /** Connections end, and new ones do. */
        REFUSED
    }

    private interface Pump {
        void run(InputStream from, OutputStream to) throws IOException;
    }

    private static final byte[] LOOPBACK = "127.0.0.1".getBytes(StandardCharsets.UTF_8);
    private static final int LARGEST_FRAME = 100 << 20;
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket here;
    private final IntSupplier there;
    private final boolean kafka;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final Object mended = new Object();
    private volatile boolean silent;
    private volatile boolean refusing;

    private CutOff(IntSupplier there, boolean kafka) {
        this.there = there;
        this.kafka = kafka;
        try {
            here = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("cut-off").start(this::accept);
    }

    /**
     * @param there port that it leads to, as it is known when somebody connects
     */
    static CutOff to(IntSupplier there) {
        return new CutOff(there, false);
    }

    /** A broker's clients go where it says it is: it is told to be here. */
    static CutOff toKafka(IntSupplier there) {
        return new CutOff(there, true);
    }

    int port() {
        return here.getLocalPort();
    }

    /** While the work is done. */
    void during(Kind kind, Trials.Fault work) throws Exception {
        if (kind == Kind.SILENT) {
            silent = true;
        } else {
            refusing = true;
            endAll();
        }
        try {
            work.happen();
        } finally {
            refusing = false;
            synchronized (mended) {
                silent = false;
                mended.notifyAll();
            }
        }
    }

    private void accept() {
        while (!here.isClosed()) {
            try {
                var client = here.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                // asked above
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try {
            awaitMended();
            if (refusing) {
                throw new IOException("refused");
            }
            var server = new Socket();
            open.add(server);
            server.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), there.getAsInt()),
                    CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            pump(client, server, this::asItIs);
            pump(server, client, kafka ? this::toldToBeHere : this::asItIs);
        } catch (IOException | UncheckedIOException e) {
            end(client);
        }
    }

    private void pump(Socket from, Socket to, Pump how) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                how.run(from.getInputStream(), to.getOutputStream());
                            } catch (IOException ended) {
                                // both ends do below
                            } finally {
                                end(from);
                                end(to);
                            }
                        });
    }

    private void asItIs(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[1 << 16];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            awaitMended();
            to.write(buffer, 0, n);
            to.flush();
        }
    }

    /** Whole answers, in which the broker's address is replaced by this one. */
    private void toldToBeHere(InputStream from, OutputStream to) throws IOException {
        var answers = new DataInputStream(from);
        while (true) {
            int size = answers.readInt();
            if (size < 0 || size > LARGEST_FRAME) {
                throw new IOException("no Kafka answer: " + size);
            }
            var answer = new byte[size];
            answers.readFully(answer);
            replacePort(answer, there.getAsInt());
            awaitMended();
            to.write(ByteBuffer.allocate(4).putInt(size).array());
            to.write(answer);
            to.flush();
        }
    }

    private void replacePort(byte[] answer, int broker) {
        int size = LOOPBACK.length + Integer.BYTES;
        for (int i = 0; i + size <= answer.length; i++) {
            if (Arrays.equals(answer, i, i + LOOPBACK.length, LOOPBACK, 0, LOOPBACK.length)) {
                var port = ByteBuffer.wrap(answer, i + LOOPBACK.length, Integer.BYTES);
                if (port.getInt(port.position()) == broker) {
                    port.putInt(port());
                }
            }
        }
    }

    private void awaitMended() throws IOException {
        synchronized (mended) {
            while (silent) {
                try {
                    mended.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
        }
    }

    private void endAll() {
        open.forEach(this::end);
    }

    private void end(Closeable socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it has ended, then
        }
    }

    @Override
    public void close() {
        try {
            here.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            endAll();
        }
    }
}
