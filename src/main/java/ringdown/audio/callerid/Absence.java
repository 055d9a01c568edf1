package ringdown.audio.callerid;

/** Why an exchange gives no number. */
public enum Absence {
    /** The caller withheld it ("P"). */
    HIDDEN,
    /** The network does not know it: abroad, payphone, old exchange ("O"). */
    OUT_OF_AREA
}
