package ringdown;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code run}, all of them sound.
 *
 * @param data where all state lives
 * @param office office file for an empty data folder; null: the demo office
 * @param bind address for SIP, RTP and web
 * @param http port, 1 to 65535, so are {@code sip}, {@code rtpFrom} and {@code rtpTo}; 0 lets the system choose http
 * @param clock wall time to start at; null: the real time
 */
record Options(
        Path data,
        @Nullable Path office,
        Board board,
        InetAddress bind,
        int http,
        int sip,
        int rtpFrom,
        int rtpTo,
        @Nullable Instant clock) {}
