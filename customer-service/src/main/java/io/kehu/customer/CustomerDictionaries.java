package io.kehu.customer;

import io.kehu.platform.dictionary.DictionaryKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which dictionaries this service offers. */
@ApplicationScoped
class CustomerDictionaries {

    @Produces
    @Singleton
    DictionaryKind industries() {
        return DictionaryKind.standard("industries", "行业", "Industries", "GB/T 4754-2017")
                .extensible();
    }

    @Produces
    @Singleton
    DictionaryKind regions() {
        return DictionaryKind.standard("regions", "行政区划", "Regions of China", "GB/T 2260");
    }

    @Produces
    @Singleton
    DictionaryKind countries() {
        return DictionaryKind.standard("countries", "国家和地区", "Countries", "ISO 3166-1");
    }

    @Produces
    @Singleton
    DictionaryKind sources() {
        return DictionaryKind.company("sources", "客户来源", "Sources");
    }

    @Produces
    @Singleton
    DictionaryKind levels() {
        return DictionaryKind.company("levels", "客户级别", "Levels");
    }

    @Produces
    @Singleton
    DictionaryKind tags() {
        return DictionaryKind.company("tags", "客户标签", "Tags").proposing();
    }
}
