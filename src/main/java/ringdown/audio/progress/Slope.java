package ringdown.audio.progress;

/** The straight line through powers at equal distances (least squares). Belongs to one thread. */
final class Slope {
    private int count;
    private double sum;
    private double sumOfProducts;

    void add(double power) {
        sumOfProducts += count * power;
        sum += power;
        count++;
    }

    int count() {
        return count;
    }

    /** From the first to the last, as a part of their mean; negative: it falls. 0 for fewer than two. */
    double change() {
        if (count < 2 || sum <= 0) {
            return 0;
        }
        double middle = (count - 1) / 2.0;
        double variance = count * ((double) count * count - 1) / 12;
        return (sumOfProducts - middle * sum) / variance * (count - 1) / (sum / count);
    }

    void clear() {
        count = 0;
        sum = 0;
        sumOfProducts = 0;
    }
}
