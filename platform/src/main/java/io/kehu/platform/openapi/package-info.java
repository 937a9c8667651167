/** What every OpenAPI document says beside its own operations, written once: problems, retries, versions. */
package io.kehu.platform.openapi;
