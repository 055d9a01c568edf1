package ringdown.board.modem;

import java.io.IOException;

/** The octets to and from a modem. One thread reads, another one writes. */
interface SerialLink extends AutoCloseable {
    /**
     * Waits a fifth of a second at most.
     *
     * @return how many octets have come, 0: none
     * @throws IOException when the device has gone
     */
    int read(byte[] into) throws IOException;

    /**
     * Gives all of them to the device.
     *
     * @throws IOException when the device has gone
     */
    void write(byte[] octets, int length) throws IOException;

    /** Closing twice is fine. */
    @Override
    void close();

    /** How links are made; tests have their own. */
    interface Opener {
        /**
         * Opens the device at that speed.
         *
         * @throws IOException when the device is not there, or not for us
         */
        SerialLink open(String device, int bitsPerSecond) throws IOException;
    }
}
