package ringdown.office;

/** What is said first. */
public sealed interface Greeting {

    /** Nothing: it rings before it answers. */
    record None() implements Greeting {}

    /** The contact's own greeting, else one made of the spoken name; for callers who are no contact the general one. */
    record Personal() implements Greeting {}

    /** These words. */
    record Text(String words) implements Greeting {}
}
