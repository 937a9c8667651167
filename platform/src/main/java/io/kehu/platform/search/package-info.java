/** Finding records by what people type: parts of Chinese names, pinyin, initials, codes. */
package io.kehu.platform.search;
