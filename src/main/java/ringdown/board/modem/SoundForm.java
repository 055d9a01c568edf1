package ringdown.board.modem;

import java.util.Locale;
import java.util.Optional;
import ringdown.audio.Companding;

/** The forms of one octet a sample in which modems carry sound; those of two samples in an octet sound worse and are not used. */
enum SoundForm {
    A_LAW("\"?A-?LAW.*", 5) {
        @Override
        byte octet(short sample) {
            return Companding.A_LAW.encode(sample);
        }

        @Override
        short sample(byte octet) {
            return Companding.A_LAW.decode(octet);
        }
    },
    MU_LAW("\"?(U|MU)-?LAW.*", 4) {
        @Override
        byte octet(short sample) {
            return Companding.MU_LAW.encode(sample);
        }

        @Override
        short sample(byte octet) {
            return Companding.MU_LAW.decode(octet);
        }
    },
    /** 0x80 is silence; what modem makers call linear is that, too. */
    UNSIGNED("\"?(UNSIGNED PCM|8-BIT LINEAR|UNSIGNED).*", 1) {
        @Override
        byte octet(short sample) {
            return (byte) ((Math.clamp(sample + 0x80, Short.MIN_VALUE, Short.MAX_VALUE) >> 8) + 0x80);
        }

        @Override
        short sample(byte octet) {
            return (short) (((octet & 0xFF) - 0x80) << 8);
        }
    },
    SIGNED("\"?SIGNED PCM.*", 0) {
        @Override
        byte octet(short sample) {
            return (byte) (Math.clamp(sample + 0x80, Short.MIN_VALUE, Short.MAX_VALUE) >> 8);
        }

        @Override
        short sample(byte octet) {
            return (short) (octet << 8);
        }
    };

    private final String name;
    private final int number;

    SoundForm(String name, int number) {
        this.name = name;
        this.number = number;
    }

    abstract byte octet(short sample);

    abstract short sample(byte octet);

    /** The form of a line of {@code AT+VSM=?}; the name tells where there is one, else the number of V.253 table 17. */
    static Optional<SoundForm> of(int number, String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (SoundForm form : values()) {
            if (upper.matches(form.name) || (upper.isBlank() && number == form.number)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
