package ringdown.board.hat;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBase;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** /dev/spidevBUS.SELECT. Belongs to the thread that polls the chips. */
final class SpidevSpi extends SpiBase implements OctetSpi {
    private static final long WRITE_MODE = 0x4001_6B01L;
    private static final long WRITE_BITS = 0x4001_6B03L;
    private static final long WRITE_SPEED = 0x4004_6B04L;

    private final Arena arena = Arena.ofShared();
    private final SpiMessage message;
    private int descriptor = -1;

    SpidevSpi(SpiProvider provider, SpiConfig config) {
        super(provider, config);
        message = new SpiMessage(arena, config.baud());
    }

    @Override
    public Spi initialize(Context context) throws InitializeException {
        super.initialize(context);
        open();
        return this;
    }

    @Override
    public void open() {
        if (descriptor >= 0) {
            return;
        }
        String path = path();
        try {
            descriptor = LibC.open(path);
        } catch (java.io.IOException absent) {
            throw new IOException(
                    absent.getMessage() + ": is SPI on, is the board's overlay loaded, may this user use it?");
        }
        set(WRITE_MODE, arena.allocateFrom(ValueLayout.JAVA_BYTE, (byte)
                config().mode().getMode()));
        set(WRITE_BITS, arena.allocateFrom(ValueLayout.JAVA_BYTE, (byte) 8));
        set(WRITE_SPEED, arena.allocateFrom(ValueLayout.JAVA_INT, config().baud()));
        isOpen = true;
    }

    private String path() {
        return "/dev/spidev" + config().bus().getBus() + "."
                + config().chipSelect().getChipSelect();
    }

    private void set(long request, MemorySegment value) {
        if (LibC.ioctl(descriptor, request, value) < 0) {
            close();
            throw new IOException(path() + " is no SPI device");
        }
    }

    @Override
    public void close() {
        if (descriptor >= 0) {
            LibC.close(descriptor);
            descriptor = -1;
        }
        isOpen = false;
    }

    @Override
    public Spi shutdown(Context context) throws ShutdownException {
        close();
        return super.shutdown(context);
    }

    @Override
    public int transfer(byte[] write, int writeFrom, byte[] read, int readTo, int count) {
        for (int done = 0; done < count; done += SpiMessage.MOST) {
            int some = Math.min(SpiMessage.MOST, count - done);
            MemorySegment transfers = message.fill(write, writeFrom + done, some);
            if (LibC.ioctl(descriptor, SpiMessage.request(some), transfers) < 0) {
                throw new IOException("a transfer on " + path() + " failed");
            }
            for (int i = 0; i < some; i++) {
                read[readTo + done + i] = message.answer(i);
            }
        }
        return count;
    }

    @Override
    public int write(byte octet) {
        return write(new byte[] {octet}, 0, 1);
    }

    @Override
    public int write(byte[] octets, int from, int count) {
        return transfer(octets, from, new byte[count], 0, count);
    }

    @Override
    public int read() {
        byte[] one = {(byte) 0xFF};
        transfer(one, 0, one, 0, 1);
        return one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int to, int count) {
        byte[] idle = new byte[count];
        java.util.Arrays.fill(idle, (byte) 0xFF);
        return transfer(idle, 0, into, to, count);
    }
}
