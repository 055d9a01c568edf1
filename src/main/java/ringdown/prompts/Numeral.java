package ringdown.prompts;

/** Which form of a noun follows a whole number: uk дзвінок, дзвінки, дзвінків; ru звонок, звонка, звонков; en one or many. */
enum Numeral {
    ONE,
    FEW,
    MANY;

    /** For Ukrainian and Russian: 1, 21, 31 … are ONE; 2–4, 22–24 … FEW; all else MANY, 11–14 too. */
    static Numeral slavic(int number) {
        int tens = number % 100;
        int units = number % 10;
        if (units == 0 || units >= 5 || (tens >= 11 && tens <= 14)) {
            return MANY;
        }
        return units == 1 ? ONE : FEW;
    }

    /** For English. */
    static Numeral english(int number) {
        return number == 1 ? ONE : MANY;
    }

    /** The noun that fits this form. */
    <T> T of(T one, T few, T many) {
        return switch (this) {
            case ONE -> one;
            case FEW -> few;
            case MANY -> many;
        };
    }
}
