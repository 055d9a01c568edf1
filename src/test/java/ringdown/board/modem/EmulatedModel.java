package ringdown.board.modem;

import java.util.List;
import ringdown.audio.Companding;

/**
 * What one kind of modem says of itself and how it carries sound.
 *
 * @param ati answer to ATI and ATI0
 * @param forms lines of +VSM=?
 * @param duplex knows +VTR
 * @param saysOkAfterSound behind DLE ETX
 */
public record EmulatedModel(
        String ati,
        String ati3,
        String maker,
        String model,
        List<String> forms,
        boolean duplex,
        boolean saysOkAfterSound,
        int[] form) {
    public static EmulatedModel usr5637(boolean duplex) {
        return new EmulatedModel(
                "5601",
                "U.S. Robotics 56K FAX USB V1.2.23",
                "U.S. Robotics",
                "USR5637",
                List.of(
                        "128,\"8-BIT LINEAR\",8,0,(7200,8000),(0),(0)",
                        "129,\"ADPCM\",4,0,(7200,8000),(0),(0)",
                        "130,\"UNSIGNED PCM\",8,0,(7200,8000),(0),(0)",
                        "131,\"ULAW\",8,0,(7200,8000),(0),(0)",
                        "132,\"ALAW\",8,0,(7200,8000),(0),(0)",
                        "133,\"LINEAR\",16,0,(7200,8000),(0),(0)"),
                duplex,
                false,
                new int[] {128});
    }

    public static EmulatedModel cx93010(boolean duplex) {
        return new EmulatedModel(
                "56000",
                "CX93001-EIS_V0.2013-V92",
                "CONEXANT",
                "CX93010",
                List.of(
                        "0,\"SIGNED PCM\",8,0,8000,0,0",
                        "1,\"UNSIGNED PCM\",8,0,8000,0,0",
                        "129,\"IMA ADPCM\",4,0,8000,0,0"),
                duplex,
                true,
                new int[] {1});
    }

    /** One that calls itself so. */
    EmulatedModel named(String says) {
        return new EmulatedModel(says, ati3, maker, model, forms, duplex, saysOkAfterSound, form);
    }

    void choose(int number) {
        form[0] = number;
    }

    byte octet(short sample) {
        return switch (form[0]) {
            case 131, 4 -> Companding.MU_LAW.encode(sample);
            case 132, 5 -> Companding.A_LAW.encode(sample);
            case 0 -> (byte) (sample >> 8);
            default -> (byte) ((sample >> 8) ^ 0x80);
        };
    }

    short sample(byte octet) {
        return switch (form[0]) {
            case 131, 4 -> Companding.MU_LAW.decode(octet);
            case 132, 5 -> Companding.A_LAW.decode(octet);
            case 0 -> (short) (octet << 8);
            default -> (short) ((octet ^ 0x80) << 8);
        };
    }
}
