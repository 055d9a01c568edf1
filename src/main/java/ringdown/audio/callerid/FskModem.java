package ringdown.audio.callerid;

/** The two frequency pairs in which 1200 Bd caller ID is sent. */
public enum FskModem {
    BELL_202(1200, 2200),
    /** ITU-T V.23 mode 2. */
    V_23(1300, 2100);

    static final int BAUD = 1200;

    final double mark;
    final double space;

    FskModem(double mark, double space) {
        this.mark = mark;
        this.space = space;
    }
}
