package ringdown.rtp;

import java.util.Arrays;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * Sound in the order of its timestamps, whatever the packets' lengths, order and gaps. Indexed by sample, so that duplicates and
 * overlaps need no thought. Media clock's thread only; allocates nothing after it is made.
 */
final class JitterBuffer {
    private static final int SIZE = 8192; // 1 s, a power of two
    private static final int MASK = SIZE - 1;
    private static final int FORGOTTEN_FRAMES = 20;
    private static final int SILENCE_PEAK = 128; // a sine at -45 dBm0

    private final Tally tally;
    private final short[] samples = new short[SIZE];
    private final boolean[] present = new boolean[SIZE];
    private final short[] last = Frame.silence();
    private final short[] decoded = new short[480];
    private final Playout playout = new Playout();
    private final Gap gap = new Gap();

    private boolean playing;
    private boolean fixed;
    private boolean settling;
    private int ssrc;
    private long playAt;
    private long end;
    private int emptyFrames;

    JitterBuffer(Tally tally) {
        this.tally = tally;
    }

    /** Forgets everything; the next packet begins anew. */
    void restart() {
        playing = false;
        Arrays.fill(present, false);
        playout.restart();
    }

    /** Takes a packet. */
    void put(PacketRing.Slot packet) {
        if (!playing || packet.ssrc != ssrc || emptyFrames > FORGOTTEN_FRAMES || !near(packet)) {
            begin(packet);
        }
        long at = at(packet);
        if (at >= end) {
            inOrder(at);
        } else if (at + packet.length <= playAt) {
            tally.late.increment();
        }
        store(packet, at);
    }

    private void inOrder(long at) {
        if (settling) {
            settling = false;
            settle(at);
        }
        playout.margin(at - playAt);
        if (at < playAt) {
            tally.late.increment();
            if (!fixed) {
                waitLonger(playAt - at);
            }
        }
    }

    /**
     * Machines talk: from the next packet on the delay is {@link Playout#FIXED_DELAY} and nothing is left out, repeated or moved any more
     * (LINES rule 14), since a modem takes each for a break of its carrier.
     */
    void fixed(boolean now) {
        settling = now && (settling || !fixed);
        fixed = now;
    }

    private void settle(long at) {
        long from = at - Playout.FIXED_DELAY;
        while (playAt < from) {
            present[(int) playAt++ & MASK] = false;
        }
        playAt = from;
    }

    private long at(PacketRing.Slot packet) {
        return playAt + (packet.timestamp - (int) playAt);
    }

    /** A jump of the timestamp beyond any delay is a sender that began anew. */
    private boolean near(PacketRing.Slot packet) {
        long ahead = at(packet) - playAt;
        return ahead > -Playout.LONGEST_DELAY * 2L && ahead + packet.length < SIZE;
    }

    private void begin(PacketRing.Slot packet) {
        restart();
        playing = true;
        ssrc = packet.ssrc;
        end = packet.timestamp & 0xFFFF_FFFFL;
        playAt = end - Playout.FIRST_DELAY;
        settling = fixed;
        emptyFrames = 0;
    }

    /** Packets in order that come too late mean a longer way: made-up sound already covers the wait, so it costs nothing. */
    private void waitLonger(long lateBy) {
        long frames = (lateBy + 2 * Frame.SAMPLES - 1) / Frame.SAMPLES;
        playAt -= Math.min(frames * Frame.SAMPLES, Playout.LONGEST_DELAY);
    }

    private void store(PacketRing.Slot packet, long at) {
        packet.law.decode(packet.octets, 0, decoded, 0, packet.length);
        for (int i = 0; i < packet.length; i++) {
            long place = at + i;
            if (place >= playAt) {
                samples[(int) place & MASK] = decoded[i];
                present[(int) place & MASK] = true;
            }
        }
        end = Math.max(end, at + packet.length);
    }

    /** The next frame to be heard. */
    void read(short[] frame) {
        if (!playing) {
            Arrays.fill(frame, (short) 0);
            return;
        }
        skipIfTooFarBehind();
        playout.frame();
        if (!fixed && quiet(last) && playout.repeat()) {
            System.arraycopy(last, 0, frame, 0, Frame.SAMPLES);
            return;
        }
        take(frame);
        System.arraycopy(frame, 0, last, 0, Frame.SAMPLES);
        if (!fixed && quiet(last) && end - playAt > Frame.SAMPLES && playout.leaveOut()) {
            take(frame);
        }
    }

    /** After a stall of the reader: sound this old is no talk any more. */
    private void skipIfTooFarBehind() {
        if (end - playAt > Playout.LONGEST_DELAY + Frame.samples(60)) {
            long from = end - Playout.FIRST_DELAY - Frame.samples(20);
            while (playAt < from) {
                present[(int) playAt++ & MASK] = false;
            }
        }
    }

    private void take(short[] frame) {
        int found = 0;
        for (int i = 0; i < Frame.SAMPLES; i++) {
            found += present[(int) (playAt + i) & MASK] ? 1 : 0;
        }
        if (found == 0) {
            boolean early = end - playAt >= Playout.FIRST_DELAY && emptyFrames == 0 && gap.untouched();
            emptyFrames++;
            fill(frame);
            if (!early && emptyFrames <= FORGOTTEN_FRAMES) {
                tally.concealed.increment();
            }
        } else {
            emptyFrames = 0;
            if (found < Frame.SAMPLES) {
                fill(frame);
            }
            overlay(frame);
            gap.heard(frame);
        }
        playAt += Frame.SAMPLES;
    }

    /** Sound that is made up would be read by a machine as if it had been sent. */
    private void fill(short[] frame) {
        gap.fill(frame);
        if (fixed) {
            Arrays.fill(frame, (short) 0);
        }
    }

    private void overlay(short[] frame) {
        for (int i = 0; i < Frame.SAMPLES; i++) {
            int place = (int) (playAt + i) & MASK;
            frame[i] = present[place] ? samples[place] : frame[i];
            present[place] = false;
        }
    }

    private static boolean quiet(short[] frame) {
        return Level.peak(frame, 0, frame.length) < SILENCE_PEAK;
    }
}
