package ringdown.board.modem;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/** A serial device of the system through jSerialComm: eight bits, no parity, no flow control of ours (a pseudo-terminal has none). */
final class SerialDevice implements SerialLink {
    private static final int READ_MILLIS = 200;
    /** Longer than calls take to be ended in order; a service that has not stopped by then is killed soon. */
    private static final long STOP_SECONDS = 30;

    private final SerialPort port;
    private final Path path;
    private volatile boolean closed;

    private SerialDevice(SerialPort port, Path path) {
        this.port = port;
        this.path = path;
    }

    /**
     * The library closes every port the moment the JVM is told to end: the calls there would be cut, and a line left off hook. It waits
     * until what uses the ports is over.
     */
    static void stayOpenUntil(CountDownLatch over) {
        SerialPort.addShutdownHook(Thread.ofPlatform().name("modems").unstarted(() -> {
            try {
                if (!over.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                    Logger.warn("the modems' calls have not ended: their ports are closed");
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** Opens it, raw. */
    static SerialLink open(String device, int bitsPerSecond) throws IOException {
        Path path = Path.of(device);
        if (!Files.exists(path)) {
            throw new IOException(device + " is not there");
        }
        try {
            // A link that udev has made is no name of a port to the library; what it leads to is.
            SerialPort port = SerialPort.getCommPort(path.toRealPath().toString());
            port.setComPortParameters(bitsPerSecond, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
            if (!port.openPort(0)) {
                throw new IOException(device + " cannot be opened: error " + port.getLastErrorCode());
            }
            return new SerialDevice(port, path);
        } catch (SerialPortInvalidPortException none) {
            throw new IOException(device + " is no serial device", none);
        }
    }

    @Override
    public int read(byte[] into) throws IOException {
        int count = port.readBytes(into, into.length);
        // A device that was pulled out gives nothing for ever: only asking how much there is tells.
        boolean gone = count < 0 || (count == 0 && (port.bytesAvailable() < 0 || !Files.exists(path)));
        if (closed || gone) {
            throw new IOException(path + " has gone");
        }
        return count;
    }

    @Override
    public void write(byte[] octets, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int count = closed ? -1 : port.writeBytes(octets, length - done, done);
            if (count <= 0) {
                throw new IOException(path + " takes nothing");
            }
            done += count;
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            port.closePort();
        }
    }
}
