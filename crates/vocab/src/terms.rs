//! The terms of other vocabularies, a module each.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Organisations of dataportal.se.
    dataportal, "dataportal", "http://dataportal.se/organisation/", {}
}

vocabulary! {
    /// The Data Catalog Vocabulary, version 3.
    dcat, "dcat", "http://www.w3.org/ns/dcat#", {
        BYTE_SIZE = "byteSize": Value,
        CONTACT_POINT = "contactPoint": Resource,
        START_DATE = "startDate": Value,
        END_DATE = "endDate": Value,
    } catalogue {
        ACCESS_SERVICE = "accessService": Resource,
        ACCESS_URL = "accessURL": Resource,
        CATALOG = "Catalog": Class,
        COMPRESS_FORMAT = "compressFormat": Resource,
        DATASET_CLASS = "Dataset": Class,
        DATASET = "dataset": Resource,
        DATASET_SERIES = "DatasetSeries": Class,
        DATA_SERVICE = "DataService": Class,
        DISTRIBUTION_CLASS = "Distribution": Class,
        DISTRIBUTION = "distribution": Resource,
        DOWNLOAD_URL = "downloadURL": Resource,
        ENDPOINT_DESCRIPTION = "endpointDescription": Resource,
        ENDPOINT_URL = "endpointURL": Resource,
        IN_SERIES = "inSeries": Resource,
        KEYWORD = "keyword": Text,
        LANDING_PAGE = "landingPage": Resource,
        MEDIA_TYPE = "mediaType": Resource,
        SERVES_DATASET = "servesDataset": Resource,
        SERVICE = "service": Resource,
        THEME = "theme": Resource,
        THEME_TAXONOMY = "themeTaxonomy": Resource,
    }
}

vocabulary! {
    /// DCMI Metadata Terms.
    dcterms, "dcterms", "http://purl.org/dc/terms/", {
        ABSTRACT = "abstract": Text,
        CONTRIBUTOR = "contributor": Resource,
        CREATOR = "creator": Resource,
        DATE = "date": Value,
        IDENTIFIER = "identifier": Value,
        IS_PART_OF = "isPartOf": Resource,
        IS_REPLACED_BY = "isReplacedBy": Resource,
        ISSUED = "issued": Value,
        LANGUAGE = "language": Resource,
        LICENSE = "license": Resource,
        LINGUISTIC_SYSTEM = "LinguisticSystem": Class,
        LOCATION = "Location": Class,
        MODIFIED = "modified": Value,
        PERIOD_OF_TIME = "PeriodOfTime": Class,
        PUBLISHER = "publisher": Resource,
        REFERENCES = "references": Resource,
        RELATION = "relation": Resource,
        REPLACES = "replaces": Resource,
        SPATIAL = "spatial": Resource,
        SUBJECT = "subject": Resource,
        TEMPORAL = "temporal": Resource,
        TITLE = "title": Text,
        TYPE = "type": Resource,
        VALID = "valid": Value,
    } catalogue {
        ACCESS_RIGHTS = "accessRights": Resource,
        ACCRUAL_PERIODICITY = "accrualPeriodicity": Resource,
        CONFORMS_TO = "conformsTo": Resource,
        DESCRIPTION = "description": Text,
        FORMAT = "format": Resource,
        FREQUENCY = "Frequency": Class,
        LICENSE_DOCUMENT = "LicenseDocument": Class,
        MEDIA_TYPE = "MediaType": Class,
        MEDIA_TYPE_OR_EXTENT = "MediaTypeOrExtent": Class,
        RIGHTS = "rights": Resource,
        RIGHTS_STATEMENT = "RightsStatement": Class,
        STANDARD = "Standard": Class,
    }
}

vocabulary! {
    /// The datatypes of the Extended Date/Time Format.
    edtf, "edtf", "http://id.loc.gov/datatypes/edtf/", {
        LEVEL_1 = "EDTF-level1": Datatype,
    }
}

vocabulary! {
    /// GeoSPARQL 1.1.
    geosparql, "geosparql", "http://www.opengis.net/ont/geosparql#", {
        AS_WKT = "asWKT": Value,
        GEOMETRY = "Geometry": Class,
        HAS_GEOMETRY = "hasGeometry": Resource,
        WKT_LITERAL = "wktLiteral": Datatype,
    }
}

vocabulary! {
    /// The EU's authority table of countries.
    eu_country, "eucountry", "http://publications.europa.eu/resource/authority/country/", {}
}

vocabulary! {
    /// The EU's authority table of languages.
    eu_language, "eulang", "http://publications.europa.eu/resource/authority/language/", {}
}

vocabulary! {
    /// The EU's authority table of data themes.
    eu_theme, "eutheme", "http://publications.europa.eu/resource/authority/data-theme/", {}
}

vocabulary! {
    /// The concepts of EuroVoc.
    eurovoc, "eurovoc", "http://eurovoc.europa.eu/", {}
}

vocabulary! {
    /// Friend of a Friend.
    foaf, "foaf", "http://xmlns.com/foaf/0.1/", {
        DOCUMENT = "Document": Class,
        HOMEPAGE = "homepage": Resource,
        IS_PRIMARY_TOPIC_OF = "isPrimaryTopicOf": Resource,
        NAME = "name": Value,
        ORGANIZATION = "Organization": Class,
        PERSON = "Person": Class,
        PRIMARY_TOPIC = "primaryTopic": Resource,
        PROJECT = "Project": Class,
    } catalogue {
        AGENT = "Agent": Class,
    }
}

vocabulary! {
    /// The Funding, Research Administration and Projects Ontology.
    frapo, "frapo", "http://purl.org/cerif/frapo/", {
        FUNDING_PROGRAMME = "FundingProgramme": Class,
        GRANT = "Grant": Class,
        PROJECT = "Project": Class,
    }
}

vocabulary! {
    /// The Organization Ontology.
    org, "org", "http://www.w3.org/ns/org#", {
        FORMAL_ORGANIZATION = "FormalOrganization": Class,
        ORGANIZATION = "Organization": Class,
        ORGANIZATIONAL_UNIT = "OrganizationalUnit": Class,
        UNIT_OF = "unitOf": Resource,
    }
}

vocabulary! {
    /// The Provenance Ontology.
    prov, "prov", "http://www.w3.org/ns/prov#", {
        WAS_DERIVED_FROM = "wasDerivedFrom": Resource,
    }
}

vocabulary! {
    /// The types of publisher of ADMS.
    publisher_type, "publishertype", "http://purl.org/adms/publishertype/", {
        COMPANY = "Company": Individual,
        LOCAL_AUTHORITY = "LocalAuthority": Individual,
        NATIONAL_AUTHORITY = "NationalAuthority": Individual,
        NON_PROFIT_ORGANISATION = "NonProfitOrganisation": Individual,
    }
}

vocabulary! {
    /// RDF itself.
    rdf, "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", {
        TYPE = "type": Resource,
    } catalogue {
        LANG_STRING = "langString": Datatype,
        PROPERTY = "Property": Class,
    }
}

vocabulary! {
    /// RDF Schema.
    rdfs, "rdfs", "http://www.w3.org/2000/01/rdf-schema#", {
        LABEL = "label": Text,
    } catalogue {
        CLASS = "Class": Class,
        DOMAIN = "domain": Resource,
        IS_DEFINED_BY = "isDefinedBy": Resource,
        RANGE = "range": Resource,
        SUB_CLASS_OF = "subClassOf": Resource,
    }
}

vocabulary! {
    /// schema.org, in the `http` form that its RDF has.
    schema, "schema", "http://schema.org/", {
        ABOUT = "about": Resource,
        ABSTRACT = "abstract": Text,
        ADDRESS = "address": Value,
        ADMINISTRATIVE_AREA = "AdministrativeArea": Class,
        ALTERNATE_NAME = "alternateName": Value,
        AMOUNT = "amount": Resource,
        APPLICATION_CONTACT = "applicationContact": Resource,
        ARTICLE = "Article": Class,
        ARTICLE_BODY = "articleBody": Text,
        ASSOCIATED_MEDIA = "associatedMedia": Resource,
        AUTHOR = "author": Resource,
        AVAILABLE_AT_OR_FROM = "availableAtOrFrom": Resource,
        BLOG_POSTING = "BlogPosting": Class,
        CAPTION = "caption": Text,
        CITATION = "citation": Resource,
        CITY = "City": Class,
        COLLECTION = "Collection": Class,
        CONTACT_POINT = "ContactPoint": Class,
        CONTAINED_IN_PLACE = "containedInPlace": Resource,
        CONTENT_LOCATION = "contentLocation": Resource,
        CONTENT_SIZE = "contentSize": Value,
        CONTENT_URL = "contentUrl": Resource,
        CORPORATION = "Corporation": Class,
        CREATIVE_WORK = "CreativeWork": Class,
        CREDIT_TEXT = "creditText": Value,
        CURRENCY = "currency": Value,
        DATE_MODIFIED = "dateModified": Value,
        DATE_POSTED = "datePosted": Value,
        DATE_PUBLISHED = "datePublished": Value,
        DEFINED_TERM = "DefinedTerm": Class,
        DESCRIPTION = "description": Text,
        DIGITAL_DOCUMENT = "DigitalDocument": Class,
        EMAIL = "email": Value,
        EMPLOYMENT_TYPE = "employmentType": Text,
        EMPLOYMENT_UNIT = "employmentUnit": Resource,
        ENCODING_FORMAT = "encodingFormat": Value,
        END_DATE = "endDate": Value,
        EVENT = "Event": Class,
        EVENT_ATTENDANCE_MODE = "eventAttendanceMode": Resource,
        EVENT_CANCELLED = "EventCancelled": Individual,
        EVENT_MOVED_ONLINE = "EventMovedOnline": Individual,
        EVENT_POSTPONED = "EventPostponed": Individual,
        EVENT_RESCHEDULED = "EventRescheduled": Individual,
        EVENT_SCHEDULE = "eventSchedule": Resource,
        EVENT_SCHEDULED = "EventScheduled": Individual,
        EVENT_STATUS = "eventStatus": Resource,
        EXPIRES = "expires": Value,
        FUNDED_ITEM = "fundedItem": Resource,
        FUNDER = "funder": Resource,
        FUNDING = "funding": Resource,
        FUNDING_SCHEME = "FundingScheme": Class,
        GEO = "geo": Resource,
        GEO_COORDINATES = "GeoCoordinates": Class,
        GEO_SHAPE = "GeoShape": Class,
        GOVERNMENT_ORGANIZATION = "GovernmentOrganization": Class,
        GRANT = "Grant": Class,
        HAS_PART = "hasPart": Resource,
        HEADLINE = "headline": Text,
        HEIGHT = "height": Value,
        HIRING_ORGANIZATION = "hiringOrganization": Resource,
        IDENTIFIER = "identifier": Value,
        IMAGE = "image": Resource,
        IMAGE_OBJECT = "ImageObject": Class,
        IN_LANGUAGE = "inLanguage": Value,
        IS_PART_OF = "isPartOf": Resource,
        ITEM_OFFERED = "itemOffered": Resource,
        JOB_LOCATION = "jobLocation": Resource,
        JOB_POSTING = "JobPosting": Class,
        JOB_START_DATE = "jobStartDate": Value,
        JOB_TITLE = "jobTitle": Text,
        KNOWS_ABOUT = "knowsAbout": Resource,
        LATITUDE = "latitude": Value,
        LEGISLATION = "Legislation": Class,
        LOCATION = "location": Resource,
        LONGITUDE = "longitude": Value,
        MAINTAINER = "maintainer": Resource,
        MAXIMUM_ATTENDEE_CAPACITY = "maximumAttendeeCapacity": Value,
        MEDIA_OBJECT = "MediaObject": Class,
        MEMBER = "member": Resource,
        MENTIONS = "mentions": Resource,
        MIXED_EVENT_ATTENDANCE_MODE = "MixedEventAttendanceMode": Individual,
        MONETARY_AMOUNT = "MonetaryAmount": Class,
        MONETARY_GRANT = "MonetaryGrant": Class,
        NAME = "name": Value,
        NEWS_ARTICLE = "NewsArticle": Class,
        NGO = "NGO": Class,
        OFFER = "Offer": Class,
        OFFERS = "offers": Resource,
        OFFLINE_EVENT_ATTENDANCE_MODE = "OfflineEventAttendanceMode": Individual,
        ONLINE_EVENT_ATTENDANCE_MODE = "OnlineEventAttendanceMode": Individual,
        ORGANIZATION = "Organization": Class,
        ORGANIZER = "organizer": Resource,
        PARENT_ORGANIZATION = "parentOrganization": Resource,
        PERSON = "Person": Class,
        PLACE = "Place": Class,
        POSITION = "position": Value,
        PRICE = "price": Value,
        PRICE_CURRENCY = "priceCurrency": Value,
        PRICE_SPECIFICATION = "priceSpecification": Resource,
        PRODUCT = "Product": Class,
        PROJECT = "Project": Class,
        PUBLISHER = "publisher": Resource,
        QUOTATION = "Quotation": Class,
        REPEAT_FREQUENCY = "repeatFrequency": Value,
        SAME_AS = "sameAs": Resource,
        SCHEDULE = "Schedule": Class,
        SPECIAL_ANNOUNCEMENT = "SpecialAnnouncement": Class,
        SPOKEN_BY_CHARACTER = "spokenByCharacter": Resource,
        START_DATE = "startDate": Value,
        TELEPHONE = "telephone": Value,
        TEXT = "text": Text,
        TITLE = "title": Text,
        TOTAL_JOB_OPENINGS = "totalJobOpenings": Value,
        TRANSLATION_OF_WORK = "translationOfWork": Resource,
        UNIT_CODE = "unitCode": Value,
        UNIT_PRICE_SPECIFICATION = "UnitPriceSpecification": Class,
        URL = "url": Resource,
        VALID_THROUGH = "validThrough": Value,
        VALUE = "value": Value,
        WEB_PAGE = "WebPage": Class,
        WIDTH = "width": Value,
        WORK_TRANSLATION = "workTranslation": Resource,
        WORK_HOURS = "workHours": Text,
        WORKS_FOR = "worksFor": Resource,
    }
}

vocabulary! {
    /// The Simple Knowledge Organization System.
    skos, "skos", "http://www.w3.org/2004/02/skos/core#", {
        ALT_LABEL = "altLabel": Text,
        BROAD_MATCH = "broadMatch": Resource,
        CLOSE_MATCH = "closeMatch": Resource,
        CONCEPT = "Concept": Class,
        CONCEPT_SCHEME = "ConceptScheme": Class,
        EXACT_MATCH = "exactMatch": Resource,
        HAS_TOP_CONCEPT = "hasTopConcept": Resource,
        IN_SCHEME = "inScheme": Resource,
        PREF_LABEL = "prefLabel": Text,
        TOP_CONCEPT_OF = "topConceptOf": Resource,
    } catalogue {
        DEFINITION = "definition": Text,
    }
}

vocabulary! {
    /// The Time Ontology.
    time, "time", "http://www.w3.org/2006/time#", {
        HAS_XSD_DURATION = "hasXSDDuration": Value,
        PROPER_INTERVAL = "ProperInterval": Class,
    }
}

vocabulary! {
    /// The vCard Ontology.
    vcard, "vcard", "http://www.w3.org/2006/vcard/ns#", {
        ADDRESS = "Address": Class,
        FN = "fn": Value,
        HAS_ADDRESS = "hasAddress": Resource,
        HAS_EMAIL = "hasEmail": Resource,
        HAS_TELEPHONE = "hasTelephone": Resource,
        INDIVIDUAL = "Individual": Class,
        KIND = "Kind": Class,
        ORGANIZATION = "Organization": Class,
        ROLE = "role": Text,
        STREET_ADDRESS = "street-address": Value,
    } catalogue {
        COUNTRY_NAME = "country-name": Value,
        HAS_VALUE = "hasValue": Resource,
        LOCALITY = "locality": Value,
        POSTAL_CODE = "postal-code": Value,
        VOICE = "Voice": Class,
    }
}

vocabulary! {
    /// The Vocabulary of Interlinked Datasets.
    void, "void", "http://rdfs.org/ns/void#", {
        IN_DATASET = "inDataset": Resource,
    } catalogue {
        CLASS = "class": Resource,
        CLASSES = "classes": Value,
        CLASS_PARTITION = "classPartition": Resource,
        DATASET_CLASS = "Dataset": Class,
        DATASET_DESCRIPTION = "DatasetDescription": Class,
        DATA_DUMP = "dataDump": Resource,
        DISTINCT_SUBJECTS = "distinctSubjects": Value,
        ENTITIES = "entities": Value,
        PROPERTIES = "properties": Value,
        PROPERTY = "property": Resource,
        PROPERTY_PARTITION = "propertyPartition": Resource,
        SPARQL_ENDPOINT = "sparqlEndpoint": Resource,
        TRIPLES = "triples": Value,
        URI_SPACE = "uriSpace": Value,
        VOCABULARY_USED = "vocabulary": Resource,
    }
}

vocabulary! {
    /// SPARQL 1.1 Service Description.
    sd, "sd", "http://www.w3.org/ns/sparql-service-description#", {} catalogue {
        DATASET = "Dataset": Class,
        DEFAULT_DATASET = "defaultDataset": Resource,
        DEFAULT_GRAPH = "defaultGraph": Resource,
        ENDPOINT = "endpoint": Resource,
        FEATURE = "feature": Resource,
        GRAPH = "Graph": Class,
        RESULT_FORMAT = "resultFormat": Resource,
        SERVICE = "Service": Class,
        SUPPORTED_LANGUAGE = "supportedLanguage": Resource,
    }
}

vocabulary! {
    /// The formats of the W3C.
    w3c_format, "formats", "http://www.w3.org/ns/formats/", {}
}

vocabulary! {
    /// The entities of Wikidata.
    wikidata, "wd", "http://www.wikidata.org/entity/", {}
}

vocabulary! {
    /// The datatypes of XML Schema.
    xsd, "xsd", "http://www.w3.org/2001/XMLSchema#", {
        DATE = "date": Datatype,
        DATE_TIME = "dateTime": Datatype,
        DECIMAL = "decimal": Datatype,
        DURATION = "duration": Datatype,
        G_YEAR = "gYear": Datatype,
        G_YEAR_MONTH = "gYearMonth": Datatype,
        INTEGER = "integer": Datatype,
        NON_NEGATIVE_INTEGER = "nonNegativeInteger": Datatype,
        STRING = "string": Datatype,
    } catalogue {
        HEX_BINARY = "hexBinary": Datatype,
    }
}

vocabulary! {
    /// The Asset Description Metadata Schema.
    adms, "adms", "http://www.w3.org/ns/adms#", {} catalogue {
        STATUS = "status": Resource,
    }
}

vocabulary! {
    /// The terms of DCAT-AP.
    dcatap, "dcatap", "http://data.europa.eu/r5r/", {} catalogue {
        AVAILABILITY = "availability": Resource,
    }
}

vocabulary! {
    /// The EU's authority table of access rights.
    eu_access, "euaccess", "http://publications.europa.eu/resource/authority/access-right/", {}
}

vocabulary! {
    /// The EU's authority table of planned availability.
    eu_availability, "euavailability", "http://publications.europa.eu/resource/authority/planned-availability/", {}
}

vocabulary! {
    /// The EU's authority table of file types.
    eu_file_type, "eufiletype", "http://publications.europa.eu/resource/authority/file-type/", {}
}

vocabulary! {
    /// The EU's authority table of frequencies.
    eu_frequency, "eufrequency", "http://publications.europa.eu/resource/authority/frequency/", {}
}

vocabulary! {
    /// The EU's authority table of statuses of distributions.
    eu_status, "eustatus", "http://publications.europa.eu/resource/authority/distribution-status/", {}
}

vocabulary! {
    /// The Web Ontology Language.
    owl, "owl", "http://www.w3.org/2002/07/owl#", {} catalogue {
        ONTOLOGY = "Ontology": Class,
    }
}

vocabulary! {
    /// The Software Package Data Exchange, for checksums.
    spdx, "spdx", "http://spdx.org/rdf/terms#", {} catalogue {
        ALGORITHM = "algorithm": Resource,
        CHECKSUM = "checksum": Resource,
        CHECKSUM_ALGORITHM = "ChecksumAlgorithm": Class,
        CHECKSUM_ALGORITHM_SHA256 = "checksumAlgorithm_sha256": Individual,
        CHECKSUM_CLASS = "Checksum": Class,
        CHECKSUM_VALUE = "checksumValue": Value,
    }
}
