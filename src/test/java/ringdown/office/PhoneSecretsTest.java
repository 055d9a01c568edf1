package ringdown.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.number.Extension;

class PhoneSecretsTest {
    @ParameterizedTest
    @CsvSource({
        "201, true",
        "1234, true",
        "201201201, true",
        "password201, true",
        "Secret-201, true",
        "20112345678, true",
        "aaaaaaaa, true",
        "short7, true",
        "s3cret-201, false",
        "kp7wqmzt, false",
        "8301947265183, false"
    })
    void whatIsEasilyGuessed(String secret, boolean weak) {
        assertThat(PhoneSecrets.isWeak(secret, new Extension("201"))).isEqualTo(weak);
    }

    @Test
    void whoeverHasASipTelephoneAndNoSecretIsGivenOne() {
        String yaml = """
                office: {name: A, country: UA}
                accounts: [{name: installer, role: installer, password: change-me-now}]
                hours: {week: {mon-fri: "09:00-18:00"}}
                people:
                  - {extension: 201, name: Олена, phones: [sip], secret: s3cret-201}
                  - {extension: 202, name: Іван, phones: [sip]}
                  - {extension: 203, name: Марія, phones: ["fxs:1"]}
                scripts: {front: {stages: [{ring: 201, for: 15s}], otherwise: message}}
                """;
        Office office = ((Reading.Good) OfficeFile.read(yaml)).office();
        Office made = PhoneSecrets.made(office, new Random(1));
        assertThat(made.people().get(0)).isEqualTo(office.people().get(0));
        assertThat(made.people().get(1).secret()).isInstanceOfSatisfying(Secret.Plain.class, plain -> {
            assertThat(plain.text()).hasSize(20).matches("[a-z0-9]+");
            assertThat(PhoneSecrets.isWeak(plain.text(), new Extension("202"))).isFalse();
        });
        assertThat(made.people().get(2).secret()).isNull();
        assertThat(PhoneSecrets.made(made, new Random(2))).isSameAs(made);
    }
}
