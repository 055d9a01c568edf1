package ringdown;

/** Starts the exchange. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.err.println("ringdown");
    }
}
