/** Fields that a company defines itself, for every aggregate that has a column for their values. */
package io.kehu.platform.customfield;
