/**
 * RTP and nothing else (RFC 3550, 3551, 4733): packets, jitter buffer, telephone events, the ports they come through and the
 * selector thread that owns them. Called by media and sip.
 */
@NullMarked
package ringdown.rtp;

import org.jspecify.annotations.NullMarked;
