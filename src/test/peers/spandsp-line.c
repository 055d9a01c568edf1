/* spandsp-line: a fax machine or a modem of libspandsp (LGPL-2.1) at the end of a line, in step with it. Our own code; the DSP is spandsp's.
 *   line fax-call FILE.tif PAGES LINES [key=val...]   sends PAGES pages of LINES rows of text each, which it draws itself into FILE.tif
 *   line fax-answer FILE.tif [key=val...]             takes pages
 *   line modem-call | modem-answer [key=val...]       V.22bis, 2400 bit/s, a pseudo-random pattern both ways; turns=1: its answer tone
 *                                                     turns its phase (ANSam, V.8), as modems do that cancel echo themselves
 *   line same A.tif B.tif                             how many pages are alike, pixel by pixel
 *   line g168                                         the line models and the composite source signal of ITU-T G.168 as spandsp has them
 *                 key=val: ecm=0|1 (0)  v17=0|1 (1; 0: V.29 and V.27ter only)  ppm=0 (how much faster its clock runs than the line's)
 * Sound: from standard input blocks of 80 samples (16 bit, little-endian, 8 kHz), each answered at once by one of 80 on standard output.
 * What has become of it: one line on standard error when a fax is over, and one at the end of the input.
 */
#define _GNU_SOURCE
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tiffio.h>
#define SPANDSP_EXPOSE_INTERNAL_STRUCTURES
#include <spandsp.h>
#include <spandsp/g168models.h>

enum { BLOCK = 80, WIDTH = 1728, ROWS = 1100, TAPS = 32 };

static double option(int argc, char **argv, const char *key, double otherwise)
{
    size_t n = strlen(key);
    for (int i = 2; i < argc; i++)
        if (strncmp(argv[i], key, n) == 0 && argv[i][n] == '=') return atof(argv[i] + n + 1);
    return otherwise;
}

/* ---- a clock of its own: a signal at 8000 Hz times ratio, read from one at 8000 Hz ---- */

typedef struct { double ratio, at; int16_t past[8192]; int n; } clock_line_t;

static void clock_put(clock_line_t *c, const int16_t *s, int n)
{
    memcpy(c->past + c->n, s, n * 2);
    c->n += n;
}
static bool clock_has(clock_line_t *c) { return (int) c->at + TAPS < c->n; }
static int16_t clock_get(clock_line_t *c)
{
    int whole = (int) c->at;
    double part = c->at - whole, sum = 0;
    for (int k = 0; k < TAPS; k++) {
        double x = k - TAPS / 2 + 1 - part;
        double sinc = fabs(x) < 1e-9 ? 1 : sin(M_PI * x) / (M_PI * x);
        sum += c->past[whole + k] * sinc * (0.5 + 0.5 * cos(M_PI * x / (TAPS / 2 + 1)));
    }
    c->at += c->ratio;
    if (c->at >= 4096) {
        memmove(c->past, c->past + 4096, (c->n - 4096) * 2);
        c->n -= 4096;
        c->at -= 4096;
    }
    return sum > 32767 ? 32767 : sum < -32768 ? -32768 : (int16_t) lrint(sum);
}

/* ---- pages ---- */

static uint32_t mix(uint32_t x)
{
    x ^= x >> 16; x *= 0x7feb352dU; x ^= x >> 15; x *= 0x846ca68bU; x ^= x >> 16;
    return x;
}
static void row(uint8_t *bits, int page, int lines, int y)
{
    memset(bits, 0, WIDTH / 8);
    int line = (y - 40) / 18, inside = (y - 40) % 18;
    if (y < 40 || line >= lines || inside >= 12) return;
    for (int c = 0; c < 76; c++) {
        uint32_t glyph = mix(page * 100003 + line * 331 + c);
        if (glyph % 6 == 0) continue; /* a space */
        for (int k = 0; k < 5; k++) {
            if (!(glyph >> (inside / 2 * 5 + k) & 1)) continue;
            for (int x = 100 + c * 20 + k * 3; x < 100 + c * 20 + k * 3 + 3; x++) bits[x / 8] |= 0x80 >> x % 8;
        }
    }
}
static void draw(const char *file, int pages, int lines)
{
    TIFF *t = TIFFOpen(file, "w");
    if (!t) { fprintf(stderr, "cannot write %s\n", file); exit(2); }
    for (int p = 0; p < pages; p++) {
        TIFFSetField(t, TIFFTAG_IMAGEWIDTH, WIDTH);
        TIFFSetField(t, TIFFTAG_IMAGELENGTH, ROWS);
        TIFFSetField(t, TIFFTAG_BITSPERSAMPLE, 1);
        TIFFSetField(t, TIFFTAG_SAMPLESPERPIXEL, 1);
        TIFFSetField(t, TIFFTAG_COMPRESSION, COMPRESSION_CCITT_T6);
        TIFFSetField(t, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
        TIFFSetField(t, TIFFTAG_FILLORDER, FILLORDER_LSB2MSB);
        TIFFSetField(t, TIFFTAG_ROWSPERSTRIP, ROWS);
        TIFFSetField(t, TIFFTAG_XRESOLUTION, 204.0);
        TIFFSetField(t, TIFFTAG_YRESOLUTION, 98.0);
        TIFFSetField(t, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
        TIFFSetField(t, TIFFTAG_PAGENUMBER, p, pages);
        uint8_t bits[WIDTH / 8];
        for (int y = 0; y < ROWS; y++) { row(bits, p, lines, y); TIFFWriteScanline(t, bits, y, 0); }
        TIFFWriteDirectory(t);
    }
    TIFFClose(t);
}
static int same(const char *left, const char *right)
{
    TIFF *a = TIFFOpen(left, "r"), *b = TIFFOpen(right, "r");
    int pages = 0, alike = 0, wrong_rows = 0;
    for (bool more = a && b; more; pages++) {
        uint8_t x[WIDTH], y[WIDTH];
        int wrong = 0;
        uint32_t rows = 0;
        TIFFGetField(b, TIFFTAG_IMAGELENGTH, &rows);
        for (int i = 0; i < ROWS; i++) {
            bool there = i < (int) rows && TIFFReadScanline(b, y, i, 0) > 0 && TIFFReadScanline(a, x, i, 0) > 0;
            wrong += !there || memcmp(x, y, WIDTH / 8) != 0;
        }
        alike += wrong == 0;
        wrong_rows += wrong;
        bool next_a = TIFFReadDirectory(a), next_b = TIFFReadDirectory(b);
        more = next_a && next_b;
    }
    printf("pages %d alike %d wrong rows %d\n", pages, alike, wrong_rows);
    return 0;
}

/* ---- fax ---- */

static int bad_rows;

static int page_done(t30_state_t *s, void *user, int result)
{
    t30_stats_t t;
    (void) user; (void) result;
    t30_get_transfer_statistics(s, &t);
    bad_rows += t.bad_rows;
    return T30_ERR_OK;
}
static void fax_over(t30_state_t *s, void *user, int code)
{
    t30_stats_t t;
    (void) user;
    t30_get_transfer_statistics(s, &t);
    fprintf(stderr, "fax %s: sent %d taken %d bad rows %d rate %d ecm %d again %d\n", code == T30_ERR_OK ? "done" : t30_completion_code_to_str(code),
            t.pages_tx, t.pages_rx, bad_rows, t.bit_rate, t.error_correcting_mode, t.error_correcting_mode_retries);
    fflush(stderr);
}
static fax_state_t *fax(int argc, char **argv, bool calls)
{
    fax_state_t *f = fax_init(NULL, calls);
    t30_state_t *t = fax_get_t30_state(f);
    fax_set_transmit_on_idle(f, true);
    t30_set_tx_ident(t, calls ? "calling" : "called");
    t30_set_supported_modems(t, T30_SUPPORT_V27TER | T30_SUPPORT_V29 | (option(argc, argv, "v17", 1) > 0 ? T30_SUPPORT_V17 : 0));
    t30_set_ecm_capability(t, option(argc, argv, "ecm", 0) > 0);
    t30_set_supported_compressions(t, T30_SUPPORT_T4_1D_COMPRESSION | T30_SUPPORT_T4_2D_COMPRESSION | T30_SUPPORT_T6_COMPRESSION);
    t30_set_phase_d_handler(t, page_done, NULL);
    t30_set_phase_e_handler(t, fax_over, NULL);
    if (calls) {
        draw(argv[2], atoi(argv[3]), atoi(argv[4]));
        t30_set_tx_file(t, argv[2], -1, -1);
    } else
        t30_set_rx_file(t, argv[2], -1);
    return f;
}

/* ---- modem ---- */

typedef struct {
    v22bis_state_t *v22;
    modem_connect_tones_tx_state_t *answer;
    bool calls, trained;
    int heard_tone, quiet, silence; /* in blocks */
    double energy, tone_re, tone_im;
    uint32_t out, in;
    long bits, wrong, since;
} modem_t;

static int modem_bit(void *user)
{
    modem_t *m = user;
    uint32_t bit = (m->out >> 10 ^ m->out >> 8) & 1; /* ITU-T O.152, 2^11 - 1 */
    m->out = (m->out << 1 | bit) & 0x7FF;
    return (int) bit;
}
static void modem_took(void *user, int bit)
{
    modem_t *m = user;
    if (bit < 0) {
        if (bit == SIG_STATUS_TRAINING_SUCCEEDED) { m->trained = true; m->since = 0; }
        fprintf(stderr, "modem status %d after %ld bits\n", bit, m->bits);
        return;
    }
    if (!m->trained) return;
    uint32_t expected = (m->in >> 10 ^ m->in >> 8) & 1;
    m->in = (m->in << 1 | (uint32_t) bit) & 0x7FF;
    if (++m->since <= 4800) return; /* the other side may still be training */
    m->bits++;
    m->wrong += (uint32_t) bit != expected || m->in == 0;
}
static modem_t *modem(bool calls, bool turns)
{
    modem_t *m = calloc(1, sizeof *m);
    m->calls = calls;
    m->out = calls ? 1 : 0x2AA;
    if (!calls) m->answer = modem_connect_tones_tx_init(NULL, turns ? MODEM_CONNECT_TONES_ANSAM_PR : MODEM_CONNECT_TONES_ANS);
    return m;
}
static void modem_begin(modem_t *m)
{
    m->v22 = v22bis_init(NULL, 2400, V22BIS_GUARD_TONE_NONE, m->calls, modem_bit, m, modem_took, m);
    v22bis_tx_power(m->v22, -13.0f);
}
/* The calling modem says nothing before the answer tone (V.25) has come and gone. */
static void modem_await(modem_t *m, const int16_t *in)
{
    double energy = 0, re = 0, im = 0;
    for (int i = 0; i < BLOCK; i++) {
        energy += (double) in[i] * in[i];
        re += in[i] * cos(2 * M_PI * 2100 * i / 8000);
        im += in[i] * sin(2 * M_PI * 2100 * i / 8000);
    }
    bool tone = energy > 80 * 100.0 * 100.0 && (re * re + im * im) * 2 / BLOCK > 0.8 * energy;
    m->heard_tone += tone;
    m->quiet = tone ? 0 : m->quiet + 1;
    if (m->heard_tone >= 100 && m->quiet >= 4) modem_begin(m);
}
static void modem_block(modem_t *m, const int16_t *in, int16_t *out, int n)
{
    memset(out, 0, n * 2);
    if (m->v22) {
        v22bis_rx(m->v22, in, n);
        v22bis_tx(m->v22, out, n);
    } else if (m->calls)
        modem_await(m, in);
    else if (modem_connect_tones_tx(m->answer, out, n) < n && ++m->silence == 8)
        modem_begin(m);
}

/* ---- the line ---- */

static void talk(fax_state_t *f, modem_t *m, double ppm)
{
    static clock_line_t heard, said;
    int16_t in[BLOCK], out[BLOCK], mine[BLOCK], answer[BLOCK];
    int collected = 0;
    heard.ratio = 1 / (1 + ppm / 1e6);
    said.ratio = 1 + ppm / 1e6;
    int16_t lead[TAPS + 2 * BLOCK] = {0};
    clock_put(&said, lead, TAPS + 2 * BLOCK);
    clock_put(&heard, lead, TAPS);
    while (fread(in, 2, BLOCK, stdin) == BLOCK) {
        if (ppm == 0) {
            if (f) { fax_rx(f, in, BLOCK); int n = fax_tx(f, out, BLOCK); if (n < BLOCK) memset(out + n, 0, (BLOCK - n) * 2); }
            else modem_block(m, in, out, BLOCK);
        } else {
            clock_put(&heard, in, BLOCK);
            while (clock_has(&heard)) {
                mine[collected++] = clock_get(&heard);
                if (collected < BLOCK) continue;
                collected = 0;
                if (f) { fax_rx(f, mine, BLOCK); int n = fax_tx(f, answer, BLOCK); if (n < BLOCK) memset(answer + n, 0, (BLOCK - n) * 2); }
                else modem_block(m, mine, answer, BLOCK);
                clock_put(&said, answer, BLOCK);
            }
            for (int i = 0; i < BLOCK; i++) out[i] = clock_has(&said) ? clock_get(&said) : 0;
        }
        fwrite(out, 2, BLOCK, stdout);
        fflush(stdout);
    }
    if (m) fprintf(stderr, "modem over: rate %d bits %ld wrong %ld\n", m->v22 ? v22bis_get_current_bit_rate(m->v22) : 0, m->bits, m->wrong);
    if (f) { t30_terminate(fax_get_t30_state(f)); fax_release(f); }
}

/* ---- tables ---- */

static void model(const char *name, const int32_t *k, size_t n, double gain)
{
    printf("%s %.4g", name, gain);
    for (size_t i = 0; i < n; i++) printf(" %d", k[i]);
    printf("\n");
}
static void tables(void)
{
#define MODEL(d, D) model("D." #d, line_model_d##d##_coeffs, sizeof line_model_d##d##_coeffs / 4, LINE_MODEL_D##d##_GAIN)
    MODEL(2, 2); MODEL(3, 3); MODEL(4, 4); MODEL(5, 5); MODEL(6, 6); MODEL(7, 7); MODEL(8, 8); MODEL(9, 9);
    model("C.1", (const int32_t *) css_c1, sizeof css_c1 / 4, 1);
    model("C.3", (const int32_t *) css_c3, sizeof css_c3 / 4, 1);
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";
    double ppm = option(argc, argv, "ppm", 0);
    TIFFSetWarningHandler(NULL);
    if (!strcmp(what, "fax-call") && argc > 4) talk(fax(argc, argv, true), NULL, ppm);
    else if (!strcmp(what, "fax-answer") && argc > 2) talk(fax(argc, argv, false), NULL, ppm);
    else if (!strcmp(what, "modem-call")) talk(NULL, modem(true, false), ppm);
    else if (!strcmp(what, "modem-answer")) talk(NULL, modem(false, option(argc, argv, "turns", 0) > 0), ppm);
    else if (!strcmp(what, "same") && argc > 3) return same(argv[2], argv[3]);
    else if (!strcmp(what, "g168")) tables();
    else { fprintf(stderr, "see the head of spandsp-line.c\n"); return 2; }
    return 0;
}
