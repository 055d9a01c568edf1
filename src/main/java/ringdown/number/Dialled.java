package ringdown.number;

import org.jspecify.annotations.Nullable;

/** What a telephone of the office meant by the digits it dialled. */
public sealed interface Dialled {

    /** A person or device of the office. */
    record Inside(Extension extension) implements Dialled {}

    /**
     * The public network.
     *
     * @param digits as the exchange expects them: outside prefix taken off, national or international form
     * @param number null where the digits are a service or local number that has no E.164 form
     */
    record Outside(String digits, @Nullable PhoneNumber number) implements Dialled {}

    /** Goes out at once, before everything else; {@code digits} without the outside prefix. */
    record Emergency(String digits) implements Dialled {}

    /** A feature of the box, such as {@code *97}, with what was dialled after the code ("*5" and "1730"). */
    record Feature(FeatureCode code, String rest) implements Dialled {}

    /** More digits are needed before it means anything. */
    record Incomplete() implements Dialled {}

    /** No further digit can make it valid. */
    record Invalid(String digits) implements Dialled {}
}
