package ringdown.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import ringdown.audio.Companding;

/** The sound of one SIP call: A-law, a packet every 20 ms whether anybody speaks or not; keys by RFC 4733; a tape of what was heard. */
final class RtpEnd implements AutoCloseable {
    static final int EVENTS = 101;
    private static final int A_LAW = 8;
    private static final int FRAME = 160;
    private static final long FRAME_NANOS = 20_000_000;

    private final DatagramSocket socket;
    private final Queue<byte[]> words = new ConcurrentLinkedQueue<>();
    private final Queue<byte[]> keys = new ConcurrentLinkedQueue<>();
    private volatile String pressed = "";
    private int lastPress;
    private volatile InetSocketAddress far;
    private boolean sends;
    private short[] tape = new short[80_000];
    private int length;
    private int base;
    private int source;
    private int at;

    RtpEnd() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (SocketException none) {
            throw new UncheckedIOException(none);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** From now on it sends there. */
    synchronized void sendTo(String host, int port) {
        far = new InetSocketAddress(host, port);
        if (!sends) {
            sends = true;
            Thread.ofVirtual().start(this::send);
        }
    }

    void says(short[] sound) {
        for (int from = 0; from < sound.length; from += FRAME) {
            byte[] frame = new byte[FRAME];
            for (int i = 0; i < FRAME; i++) {
                frame[i] = Companding.A_LAW.encode(from + i < sound.length ? sound[from + i] : 0);
            }
            words.add(frame);
        }
    }

    /** Each key lasts 100 ms, and its end is said three times. */
    void presses(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            byte event = (byte) "0123456789*#".indexOf(digits.charAt(i));
            for (int packet = 1; packet <= 7; packet++) {
                int duration = Math.min(packet, 5) * FRAME;
                keys.add(new byte[] {event, (byte) (packet >= 5 ? 0x8A : 0x0A), (byte) (duration >> 8), (byte) duration
                });
            }
        }
    }

    private void send() {
        int sequence = socket.getLocalPort();
        int time = 0;
        int pressed = 0;
        long next = System.nanoTime();
        byte[] silence = new byte[FRAME];
        Arrays.fill(silence, Companding.A_LAW.encode((short) 0));
        while (!socket.isClosed()) {
            byte[] key = keys.poll();
            if (key == null) {
                byte[] frame = words.poll();
                packet(A_LAW, sequence++, time, frame == null ? silence : frame);
            } else {
                pressed = key[3] == (byte) FRAME && key[2] == 0 ? time : pressed;
                packet(EVENTS, sequence++, pressed, key);
            }
            time += FRAME;
            next = Math.max(next + FRAME_NANOS, System.nanoTime() - 5 * FRAME_NANOS);
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void packet(int type, int sequence, int time, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(12 + payload.length);
        packet.put((byte) 0x80).put((byte) type).putShort((short) sequence).putInt(time);
        packet.putInt(socket.getLocalPort()).put(payload);
        try {
            socket.send(new DatagramPacket(packet.array(), packet.capacity(), far));
        } catch (IOException closed) {
            socket.close();
        }
    }

    private void listen() {
        byte[] room = new byte[2048];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(room, room.length);
                socket.receive(packet);
                if ((room[1] & 0x7F) == A_LAW) {
                    ByteBuffer head = ByteBuffer.wrap(room);
                    record(head.getInt(8), head.getInt(4), Arrays.copyOfRange(room, 12, packet.getLength()));
                } else if ((room[1] & 0x7F) == EVENTS) {
                    press(room[12], ByteBuffer.wrap(room).getInt(4));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** All packets of one press have the time of its beginning. */
    private synchronized void press(int key, int time) {
        if (pressed.isEmpty() || time != lastPress) {
            pressed += "0123456789*#ABCD".charAt(key);
        }
        lastPress = time;
    }

    /** What the far end has pressed by RFC 4733. */
    String pressed() {
        return pressed;
    }

    /** Where the sender's clock says; another sender, or a leap of more than a minute, goes on at the end. */
    private synchronized void record(int from, int time, byte[] sound) {
        int place = at + time - base;
        if (length == 0 || from != source || place < 0 || place > length + 60 * 8000) {
            source = from;
            base = time;
            at = length;
            place = at;
        }
        int end = place + sound.length;
        if (end > tape.length) {
            tape = Arrays.copyOf(tape, end * 2);
        }
        for (int i = 0; i < sound.length; i++) {
            tape[place + i] = Companding.A_LAW.decode(sound[i]);
        }
        length = Math.max(length, end);
    }

    synchronized short[] heard() {
        return Arrays.copyOf(tape, length);
    }

    @Override
    public void close() {
        socket.close();
    }
}
