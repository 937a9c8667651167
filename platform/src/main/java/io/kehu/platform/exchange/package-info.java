/**
 * Files in and, later, out. A service offers an import by describing its rows ({@link io.kehu.platform.exchange.RowImport})
 * and putting four one-line methods over {@link io.kehu.platform.exchange.Imports}; reading, progress, resuming, dry runs and
 * error files are done here.
 */
package io.kehu.platform.exchange;
