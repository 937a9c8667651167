package io.kehu.platform.company;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Read at the start, which a wrong setting ends. */
@Singleton
class CompanyProducer {

    @Produces
    @Singleton
    @Startup
    Company company() {
        return Company.current();
    }
}
