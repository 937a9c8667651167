/** The values that fields may take: entries of standards, and those that the company decides. */
package io.kehu.platform.dictionary;
