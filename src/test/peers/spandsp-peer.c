/* spandsp-peer: an independent analog-line peer built on Debian's libspandsp2 (LGPL-2.1).
 * Our own code; the DSP is spandsp's, so it shares nothing with the PBX under test.
 *   peer gen-cid  STD OUT.wav NUMBER [NAME] [MMDDhhmm] [key=val...]   STD: class clip aclip jclip dtmf-a dtmf-d dtmf-hash
 *                 key=val: level=-13 (dBm0)  noise=-99 (dBm0)  twistlead=ms of silence before  preamble=300 mark=180 as=1 (CPE alert tone first)  absent=P|O  mwi=on|off
 *   peer dec-cid  STD IN.wav [rawhex]      decodes one or more caller-ID messages
 *   peer gen-dtmf OUT.wav DIGITS [on=50 off=50 level=-10 twist=0 noise=-99 freqerr=0(%)]
 *   peer dec-dtmf IN.wav                   prints each digit with start/len in ms
 *   peer gen-tone OUT.wav SECONDS f1[+f2] on off [on off..]  [level=-13]   call-progress cadence, 0 0 = continuous
 *   peer dec-tone IN.wav COUNTRY(ua|us|uk|de)                super_tone_rx verdicts
 *   peer gen-mf OUT.wav DIGITS / dec-mf IN.wav   Bellcore MF (R1), digits 0-9 * (KP) # (ST)
 * WAV: mono, 16 bit, 8 kHz, plain 44-byte header.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <math.h>
#include <stdint.h>
#include <stdbool.h>
#define SPANDSP_EXPOSE_INTERNAL_STRUCTURES
#include <spandsp.h>

static const char *optv(int argc, char **argv, const char *k, const char *def)
{
    size_t n = strlen(k);
    for (int i = 2; i < argc; i++)
        if (strncmp(argv[i], k, n) == 0 && argv[i][n] == '=') return argv[i] + n + 1;
    return def;
}
static int is_opt(const char *s) { return strchr(s, '=') != NULL; }

typedef struct { int16_t *d; int n, cap; } buf_t;
static void put(buf_t *b, const int16_t *s, int n)
{
    if (b->n + n > b->cap) { b->cap = (b->n + n) * 2 + 8000; b->d = realloc(b->d, b->cap * 2); }
    if (s) memcpy(b->d + b->n, s, n * 2); else memset(b->d + b->n, 0, n * 2);
    b->n += n;
}
static void sil(buf_t *b, int ms) { put(b, NULL, ms * 8); }
static void add_noise(buf_t *b, double dbm0)
{
    if (dbm0 < -90) return;
    awgn_state_t *w = awgn_init_dbm0(NULL, 1234567, (float) dbm0);
    for (int i = 0; i < b->n; i++) { int v = b->d[i] + awgn(w); b->d[i] = v > 32767 ? 32767 : v < -32768 ? -32768 : v; }
}
static void scale_db(buf_t *b, double db)
{
    double g = pow(10, db / 20);
    for (int i = 0; i < b->n; i++) { double v = b->d[i] * g; b->d[i] = v > 32767 ? 32767 : v < -32768 ? -32768 : (int16_t) lrint(v); }
}
/* WAV files here have the plain 44-byte header of the Java side: mono, 16 bit, 8 kHz, little-endian host. */
static void save(const char *f, buf_t *b)
{
    FILE *o = fopen(f, "wb");
    if (!o) { fprintf(stderr, "cannot write %s\n", f); exit(2); }
    uint32_t n = (uint32_t) b->n * 2, riff = n + 36, fmt = 16, rate = 8000, bytes = 16000; uint16_t one = 1, align = 2, bits = 16;
    fwrite("RIFF", 1, 4, o); fwrite(&riff, 4, 1, o); fwrite("WAVEfmt ", 1, 8, o); fwrite(&fmt, 4, 1, o);
    fwrite(&one, 2, 1, o); fwrite(&one, 2, 1, o); fwrite(&rate, 4, 1, o); fwrite(&bytes, 4, 1, o); fwrite(&align, 2, 1, o); fwrite(&bits, 2, 1, o);
    fwrite("data", 1, 4, o); fwrite(&n, 4, 1, o); fwrite(b->d, 2, b->n, o); fclose(o);
}
static buf_t load(const char *f)
{
    FILE *i = fopen(f, "rb"); char h[44];
    if (!i || fread(h, 1, 44, i) != 44) { fprintf(stderr, "cannot read %s\n", f); exit(2); }
    fseek(i, 0, SEEK_END); long n = (ftell(i) - 44) / 2; fseek(i, 44, SEEK_SET);
    buf_t b = { malloc((n + 1) * 2), 0, (int) n };
    b.n = (int) fread(b.d, 2, n, i); fclose(i); return b;
}
static int std_of(const char *s)
{
    if (!strcmp(s, "class")) return ADSI_STANDARD_CLASS;
    if (!strcmp(s, "clip")) return ADSI_STANDARD_CLIP;
    if (!strcmp(s, "aclip")) return ADSI_STANDARD_ACLIP;
    if (!strcmp(s, "jclip")) return ADSI_STANDARD_JCLIP;
    if (!strncmp(s, "dtmf", 4)) return ADSI_STANDARD_CLIP_DTMF;
    fprintf(stderr, "unknown standard %s\n", s); exit(2);
}

static int gen_cid(int argc, char **argv)
{
    const char *stds = argv[2], *out = argv[3], *num = argc > 4 ? argv[4] : "", *name = "", *when = "";
    int std = std_of(stds);
    if (argc > 5 && !is_opt(argv[5])) { name = argv[5]; if (argc > 6 && !is_opt(argv[6])) when = argv[6]; }
    const char *absent = optv(argc, argv, "absent", NULL), *mwi = optv(argc, argv, "mwi", NULL);
    uint8_t m[300]; int len = -1;
    adsi_tx_state_t *tx = adsi_tx_init(NULL, std);
    int pre = atoi(optv(argc, argv, "preamble", "-1")), mark = atoi(optv(argc, argv, "mark", "-1"));
    if (pre >= 0 || mark >= 0) adsi_tx_set_preamble(tx, pre, mark, -1, -1);
    if (std == ADSI_STANDARD_CLIP_DTMF) {
        if (!strcmp(stds, "dtmf-d")) { len = adsi_add_field(tx, m, -1, CLIP_DTMF_HASH_TERMINATED, NULL, 0); len = adsi_add_field(tx, m, len, CLIP_DTMF_HASH_ABSENCE, (const uint8_t *) (absent ? absent : num), strlen(absent ? absent : num)); }
        else if (!strcmp(stds, "dtmf-hash")) { len = adsi_add_field(tx, m, -1, CLIP_DTMF_HASH_TERMINATED, NULL, 0); len = adsi_add_field(tx, m, len, CLIP_DTMF_HASH_UNSPECIFIED, (const uint8_t *) num, strlen(num)); }
        else if (!strcmp(stds, "dtmf-ac")) { len = adsi_add_field(tx, m, -1, CLIP_DTMF_C_TERMINATED, NULL, 0); len = adsi_add_field(tx, m, len, CLIP_DTMF_C_CALLER_NUMBER, (const uint8_t *) num, strlen(num)); }
        else { len = adsi_add_field(tx, m, -1, CLIP_DTMF_HASH_TERMINATED, NULL, 0); len = adsi_add_field(tx, m, len, CLIP_DTMF_HASH_CALLER_NUMBER, (const uint8_t *) num, strlen(num)); }
    } else if (mwi) {
        uint8_t on = !strcmp(mwi, "on") ? 0xFF : 0x00;
        len = adsi_add_field(tx, m, -1, CLIP_MDMF_MSG_WAITING, NULL, 0);
        len = adsi_add_field(tx, m, len, CLIP_VISUAL_INDICATOR, &on, 1);
    } else {
        len = adsi_add_field(tx, m, -1, std == ADSI_STANDARD_JCLIP ? JCLIP_MDMF_CALLERID : CLASS_MDMF_CALLERID, NULL, 0);
        if (std != ADSI_STANDARD_JCLIP && when[0]) len = adsi_add_field(tx, m, len, MCLASS_DATETIME, (const uint8_t *) when, strlen(when));
        if (absent) len = adsi_add_field(tx, m, len, MCLASS_ABSENCE1, (const uint8_t *) absent, strlen(absent));
        else len = adsi_add_field(tx, m, len, std == ADSI_STANDARD_JCLIP ? JCLIP_CALLER_NUMBER : MCLASS_CALLER_NUMBER, (const uint8_t *) num, strlen(num));
        if (name[0]) len = adsi_add_field(tx, m, len, MCLASS_CALLER_NAME, (const uint8_t *) name, strlen(name));
    }
    if (atoi(optv(argc, argv, "as", "0"))) adsi_tx_send_alert_tone(tx);
    if (adsi_tx_put_message(tx, m, len) < 0) { fprintf(stderr, "message refused\n"); return 2; }
    buf_t b = { 0 }; int16_t a[160];
    sil(&b, atoi(optv(argc, argv, "lead", "500")));
    for (int i = 0; i < 2000; i++) { int n = adsi_tx(tx, a, 160); if (n <= 0) break; put(&b, a, n); if (n < 160) break; }
    sil(&b, 500);
    /* spandsp sends FSK at about -13 dBm0 (-14 in CLASS); shift relative to that */
    scale_db(&b, atof(optv(argc, argv, "level", "-13")) + 13.0);
    add_noise(&b, atof(optv(argc, argv, "noise", "-99")));
    save(out, &b);
    printf("wrote %s: %s, %d message bytes, %.2f s\n", out, adsi_standard_to_str(std), len, b.n / 8000.0);
    return 0;
}

typedef struct { adsi_rx_state_t *rx; int std, count, pos; bool raw; } dec_t;
static void on_msg(void *u, const uint8_t *msg, int len)
{
    dec_t *d = u; uint8_t t; const uint8_t *body; int bl; int l = -1;
    printf("MESSAGE at<=%d ms len %d:", d->pos / 8, len);
    if (d->raw) for (int i = 0; i < len; i++) printf(" %02X", msg[i]);
    printf("\n"); d->count++;
    do {
        l = adsi_next_field(d->rx, msg, len, l, &t, &body, &bl);
        if (l > 0) {
            if (body) {
                printf("  field 0x%02X (%s) '%.*s'", t,
                       t == 1 ? "datetime" : t == 2 ? "number" : t == 4 ? "number-absent" : t == 7 ? "name" : t == 8 ? "name-absent" : t == 0x0B ? "visual-indicator" : t == 0x11 ? "call-type" : t == 'A' ? "dtmf-number" : t == 'D' ? "dtmf-D" : t == 'B' ? "dtmf-B" : "other", bl, body);
                if (d->raw || t == 0x0B || t == 0x11) { printf(" hex"); for (int i = 0; i < bl; i++) printf(" %02X", body[i]); }
                printf("\n");
            } else printf("  message-type 0x%02X\n", t);
        }
    } while (l > 0);
    if (l < -1) printf("  BAD STRUCTURE (%d)\n", l);
}
static int dec_cid(int argc, char **argv)
{
    dec_t d = { .std = std_of(argv[2]), .raw = argc > 4 };
    buf_t b = load(argv[3]);
    d.rx = adsi_rx_init(NULL, d.std, on_msg, &d);
    for (d.pos = 0; d.pos + 160 <= b.n; d.pos += 160) adsi_rx(d.rx, b.d + d.pos, 160);
    if (!d.count) { printf("NO MESSAGE\n"); return 1; }
    return 0;
}

static int gen_dtmf(int argc, char **argv)
{
    static const char *keys = "123A456B789C*0#D"; static const double row[] = { 697, 770, 852, 941 }, col[] = { 1209, 1336, 1477, 1633 };
    double lev = atof(optv(argc, argv, "level", "-10")), tw = atof(optv(argc, argv, "twist", "0")), fe = atof(optv(argc, argv, "freqerr", "0"));
    int on = atoi(optv(argc, argv, "on", "50")), off = atoi(optv(argc, argv, "off", "50"));
    buf_t b = { 0 }; sil(&b, 500);
    for (const char *p = argv[3]; *p; p++) {
        const char *k = strchr(keys, *p);
        if (*p == ',') { sil(&b, 1000); continue; }
        if (!k) continue;
        int i = (int) (k - keys); tone_gen_descriptor_t td; tone_gen_state_t tg; int16_t a[80];
        /* spandsp's own tone generator: rounded Hz, so freqerr is quantised to 1 Hz */
        make_tone_gen_descriptor(&td, (int) lrint(row[i / 4] * (1 + fe / 100)), (int) lrint(lev - 3), (int) lrint(col[i % 4] * (1 + fe / 100)), (int) lrint(lev - 3 + tw), on, off, 0, 0, false);
        tone_gen_init(&tg, &td);
        int n; while ((n = tone_gen(&tg, a, 80)) > 0) put(&b, a, n);
    }
    sil(&b, 500); add_noise(&b, atof(optv(argc, argv, "noise", "-99"))); save(argv[2], &b);
    printf("wrote %s %.2f s\n", argv[2], b.n / 8000.0); return 0;
}
static int dpos, dstart, dlast; static char ddig; static int dcount;
static void on_rt(void *u, int code, int level, int delay)
{
    (void) u; (void) delay;
    if (code) { ddig = (char) code; dstart = dpos; printf("digit %c start %d ms level %d dBm0", code, dpos / 8, level); }
    else if (ddig) { printf("  len ~%d ms\n", (dpos - dstart) / 8 ); ddig = 0; dcount++; }
    dlast = dpos;
}
static int dec_dtmf(int argc, char **argv)
{
    buf_t b = load(argv[2]); (void) argc;
    dtmf_rx_state_t *rx = dtmf_rx_init(NULL, NULL, NULL); char s[512] = "", all[8192] = "";
    dtmf_rx_set_realtime_callback(rx, on_rt, NULL);
    for (dpos = 0; dpos + 102 <= b.n; dpos += 102) dtmf_rx(rx, b.d + dpos, 102);
    if (ddig) { printf("\n"); dcount++; }
    /* second pass gives the plain digit string as an application would read it */
    rx = dtmf_rx_init(NULL, NULL, NULL);
    for (int p = 0; p + 160 <= b.n; p += 160) { dtmf_rx(rx, b.d + p, 160); size_t n = dtmf_rx_get(rx, s, 128); if (n && strlen(all) + n < sizeof all) strncat(all, s, n); }
    printf("DTMF \"%s\" (%zu)\n", all, strlen(all)); return all[0] ? 0 : 1;
}
static int gen_mf(char **argv)
{
    bell_mf_tx_state_t *tx = bell_mf_tx_init(NULL); buf_t b = { 0 }; int16_t a[160]; int n;
    bell_mf_tx_put(tx, argv[3], -1); sil(&b, 300);
    while ((n = bell_mf_tx(tx, a, 160)) > 0) put(&b, a, n);
    sil(&b, 300); save(argv[2], &b); return 0;
}
static int dec_mf(char **argv)
{
    buf_t b = load(argv[2]); bell_mf_rx_state_t *rx = bell_mf_rx_init(NULL, NULL, NULL); char s[256];
    for (int p = 0; p + 160 <= b.n; p += 160) bell_mf_rx(rx, b.d + p, 160);
    size_t n = bell_mf_rx_get(rx, s, 128); s[n] = 0; printf("MF \"%s\"\n", s); return n ? 0 : 1;
}
static int gen_tone(int argc, char **argv)
{
    double sec = atof(argv[3]); int f1 = atoi(argv[4]); char *pl = strchr(argv[4], '+'); int f2 = pl ? atoi(pl + 1) : 0;
    int c[4] = { 0 }; int k = 0; for (int i = 5; i < argc && k < 4; i++) if (!is_opt(argv[i])) c[k++] = atoi(argv[i]);
    int lev = atoi(optv(argc, argv, "level", "-13")); buf_t b = { 0 }; int16_t a[160];
    tone_gen_descriptor_t td; tone_gen_state_t tg; bool cont = (c[0] == 0);
    make_tone_gen_descriptor(&td, f1, lev, f2, lev, cont ? 1000 : c[0], cont ? 0 : c[1], c[2], c[3], true);
    tone_gen_init(&tg, &td);
    while (b.n < sec * 8000) { int n = tone_gen(&tg, a, 160); if (n <= 0) break; put(&b, a, n); }
    add_noise(&b, atof(optv(argc, argv, "noise", "-99"))); save(argv[2], &b); printf("wrote %s\n", argv[2]); return 0;
}
static int tpos, tn; static const char *tname[32];
static void on_tone(void *u, int code, int level, int delay)
{
    (void) u; (void) level; (void) delay;
    if (code >= 0 && code < 32 && tname[code]) { printf("%d ms: %s\n", tpos / 8, tname[code]); tn++; } else printf("%d ms: (end %d)\n", tpos / 8, code);
}
static int add(super_tone_rx_descriptor_t *d, const char *nm, int f1, int f2, int onmin, int onmax, int offmin, int offmax)
{
    int t = super_tone_rx_add_tone(d); tname[t] = nm;
    super_tone_rx_add_element(d, t, f1, f2, onmin, onmax);
    if (offmax) super_tone_rx_add_element(d, t, 0, 0, offmin, offmax);
    return t;
}
static int dec_tone(int argc, char **argv)
{
    const char *c = argc > 3 ? argv[3] : "ua"; buf_t b = load(argv[2]);
    super_tone_rx_descriptor_t *d = super_tone_rx_make_descriptor(NULL);
    if (!strcmp(c, "us")) { add(d, "dial", 350, 440, 1000, 0, 0, 0); add(d, "ringback", 440, 480, 1800, 2200, 3800, 4200); add(d, "busy", 480, 620, 400, 600, 400, 600); add(d, "reorder", 480, 620, 200, 300, 200, 300); }
    else if (!strcmp(c, "uk")) { add(d, "dial", 350, 440, 1000, 0, 0, 0); add(d, "busy", 400, 0, 325, 425, 325, 425); add(d, "congestion", 400, 0, 200, 260, 480, 570); }
    else { /* ua/ru/de/pl: single 425 Hz plans, E.180 */ add(d, "dial", 425, 0, 2500, 0, 0, 0); add(d, "ringback", 425, 0, 800, 1200, 3400, 4600); add(d, "busy", 425, 0, 280, 560, 280, 560); add(d, "congestion", 425, 0, 120, 260, 120, 260); }
    super_tone_rx_state_t *rx = super_tone_rx_init(NULL, d, on_tone, NULL);
    for (tpos = 0; tpos + 160 <= b.n; tpos += 160) super_tone_rx(rx, b.d + tpos, 160);
    printf("%d tone verdicts\n", tn); return tn ? 0 : 1;
}
/* A cadence: steps "HZ/ms", "HZ+HZ/ms", "HZ*HZ/ms" (modulated), "0/ms" for silence, "@DB" behind the ms for another level; round and round. */
static int gen_plan(int argc, char **argv)
{
    double sec = atof(argv[3]), lev = atof(optv(argc, argv, "level", "-13"));
    char plan[512]; snprintf(plan, sizeof plan, "%s", argv[4]);
    super_tone_tx_step_t *round = super_tone_tx_make_step(NULL, 0, 0, 0, 0, 0, 0), *last = NULL;
    int c[4] = { 0 }, k = 0; double carrier = 0, by = 0; buf_t b = { 0 }; int16_t a[160];
    for (char *w = strtok(plan, ","); w; w = strtok(NULL, ",")) {
        double f1 = atof(w), f2 = strchr(w, '+') ? atof(strchr(w, '+') + 1) : 0, l = lev + (strchr(w, '@') ? atof(strchr(w, '@') + 1) : 0);
        int ms = atoi(strchr(w, '/') + 1);
        if (strchr(w, '*') && strchr(w, '*') < strchr(w, '/')) { carrier = f1; by = atof(strchr(w, '*') + 1); }
        if (k < 4) c[k++] = ms;
        super_tone_tx_step_t *one = super_tone_tx_make_step(NULL, f1, l, f2, l, ms, 1);
        if (last) last->next = one; else round->nest = one;
        last = one;
    }
    if (carrier) {
        tone_gen_descriptor_t td; tone_gen_state_t tg;
        make_tone_gen_descriptor(&td, carrier, lev, -by, 50, c[0], c[1], c[2], c[3], true);
        tone_gen_init(&tg, &td);
        while (b.n < sec * 8000) { int n = tone_gen(&tg, a, 160); if (n <= 0) break; put(&b, a, n); }
    } else {
        super_tone_tx_state_t *tx = super_tone_tx_init(NULL, round);
        while (b.n < sec * 8000) { int n = super_tone_tx(tx, a, 160); if (n <= 0) break; put(&b, a, n); }
    }
    save(argv[2], &b); printf("wrote %s\n", argv[2]); return 0;
}
/* dec-plan FILE NAME=HZ[+HZ]/min/max,0/min/max... ...: which of these cadences are heard (max 0: no end) */
static int dec_plan(int argc, char **argv)
{
    buf_t b = load(argv[2]);
    super_tone_rx_descriptor_t *d = super_tone_rx_make_descriptor(NULL);
    for (int i = 3; i < argc; i++) {
        char *plan = strchr(argv[i], '='); *plan++ = 0;
        int t = super_tone_rx_add_tone(d); tname[t] = argv[i];
        for (char *w = strtok(plan, ","); w; w = strtok(NULL, ",")) {
            int f1 = atoi(w), f2 = strchr(w, '+') ? atoi(strchr(w, '+') + 1) : 0; char *m = strchr(w, '/') + 1;
            super_tone_rx_add_element(d, t, f1, f2, atoi(m), atoi(strchr(m, '/') + 1));
        }
    }
    super_tone_rx_state_t *rx = super_tone_rx_init(NULL, d, on_tone, NULL);
    for (tpos = 0; tpos + 160 <= b.n; tpos += 160) super_tone_rx(rx, b.d + tpos, 160);
    printf("%d tone verdicts\n", tn); return tn ? 0 : 1;
}
int main(int argc, char **argv)
{
    if (argc < 3) { fprintf(stderr, "see the head of peer.c for usage\n"); return 2; }
    if (!strcmp(argv[1], "gen-cid") && argc > 3) return gen_cid(argc, argv);
    if (!strcmp(argv[1], "dec-cid") && argc > 3) return dec_cid(argc, argv);
    if (!strcmp(argv[1], "gen-dtmf") && argc > 3) return gen_dtmf(argc, argv);
    if (!strcmp(argv[1], "dec-dtmf")) return dec_dtmf(argc, argv);
    if (!strcmp(argv[1], "gen-mf") && argc > 3) return gen_mf(argv);
    if (!strcmp(argv[1], "dec-mf")) return dec_mf(argv);
    if (!strcmp(argv[1], "gen-tone") && argc > 4) return gen_tone(argc, argv);
    if (!strcmp(argv[1], "dec-tone")) return dec_tone(argc, argv);
    if (!strcmp(argv[1], "gen-plan") && argc > 4) return gen_plan(argc, argv);
    if (!strcmp(argv[1], "dec-plan") && argc > 3) return dec_plan(argc, argv);
    fprintf(stderr, "bad arguments\n"); return 2;
}
