package io.kehu.platform.exchange;

/** How the bytes above ASCII stand in a text: in GBK the common Chinese characters are pairs within a narrow range. */
final class BytePairs {

    private static final double MOST = 0.8;

    private long common;
    private long other;

    /** False if the block is ASCII only and tells nothing. */
    boolean add(byte[] block, int length) {
        var before = common + other;
        for (var index = 0; index < length; index++) {
            var lead = block[index] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            var trail = index + 1 < length ? block[index + 1] & 0xFF : 0xA1;
            if (isCommon(lead, trail)) {
                common++;
            } else {
                other++;
            }
            if (trail >= 0x80) {
                index++;
            }
        }
        return common + other > before;
    }

    /** Rows 16 to 55 of GB 2312 are its 3,755 common characters, rows 1 and 3 its punctuation and full-width letters. */
    private static boolean isCommon(int lead, int trail) {
        return trail >= 0xA1 && trail <= 0xFE && (lead >= 0xB0 && lead <= 0xD7 || lead == 0xA1 || lead == 0xA3);
    }

    boolean areCommonChinese() {
        return common > 0 && common >= MOST * (common + other);
    }
}
