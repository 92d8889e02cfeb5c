/** Words of the software trades that readers know on an empty record: names of techniques, and of kinds of tools. */

/** Techniques as advertisements name them; several spellings of one stand in one entry, the first is its name. */
const techniques: readonly string[] = [
  ...'Python|C|Java|JavaScript|TypeScript|Kotlin|Swift|Go|Golang|Rust|Ruby|PHP|Scala|C++|C#|Objective-C|Perl|Haskell|Elixir|Erlang|Clojure|F#|Dart|MATLAB|Bash|PowerShell|SQL|PL/SQL|HTML|CSS|Sass|GraphQL|gRPC|REST|WebSocket|OpenAPI|JSON|XML|YAML'.split(
    '|',
  ),
  ...'React|React Native|Angular|Vue|Vue.js|Svelte|Next.js|Nuxt|Node.js|Express|NestJS|Django|Flask|FastAPI|Spring|Spring Boot|.NET|ASP.NET|Laravel|Symfony|Ruby on Rails|Rails|Flutter|SwiftUI|Jetpack Compose|Redux|Tailwind CSS|Webpack|Vite|Electron|Qt'.split(
    '|',
  ),
  ...'PostgreSQL|Postgres|MySQL|MariaDB|SQLite|Oracle|SQL Server|MongoDB|Redis|Cassandra|DynamoDB|Elasticsearch|OpenSearch|ClickHouse|Snowflake|BigQuery|Redshift|Databricks|Neo4j|Kafka|RabbitMQ|Pulsar|NATS|Spark|Flink|Hadoop|Hive|dbt|Airflow|Dagster|Prefect|Trino|Presto|Delta Lake|Iceberg|Parquet'.split(
    '|',
  ),
  ...'AWS|Azure|GCP|Google Cloud|Docker|Kubernetes|Helm|Terraform|Pulumi|Ansible|Puppet|Chef|Jenkins|GitHub Actions|GitLab CI|CircleCI|Argo CD|ArgoCD|Prometheus|Grafana|Datadog|OpenTelemetry|Splunk|Sentry|PagerDuty|Vault|Istio|Envoy|Nginx|Linux|Unix|Windows Server|VMware|CI/CD|DevOps|Serverless|Lambda|CloudFormation'.split(
    '|',
  ),
  ...'Machine Learning|Deep Learning|NLP|LLM|LLMs|Computer Vision|PyTorch|TensorFlow|Keras|scikit-learn|pandas|NumPy|SciPy|XGBoost|LightGBM|Hugging Face|LangChain|MLflow|MLOps|Ray|JAX|OpenCV|RAG|A/B Testing|Statistics|Tableau|Power BI|Looker|Excel|R|SAS|SPSS|ETL|Data Modeling|Data Modelling|Data Warehousing'.split(
    '|',
  ),
  ...'Git|GitHub|GitLab|Bitbucket|Jira|Confluence|Agile|Scrum|Kanban|TDD|Unit Testing|pytest|JUnit|Jest|Cypress|Playwright|Selenium|Appium|Postman|Figma|Sketch|Adobe XD|UX Research|Accessibility|WCAG|OAuth|OAuth2|OpenID Connect|SAML|TLS|OWASP|Burp Suite|SIEM|Penetration Testing|Threat Modeling|Threat Modelling|ISO 27001|SOC 2|GDPR|Microservices|Event-driven Architecture|Domain-driven Design|System Design|Distributed Systems|Networking|TCP/IP|Embedded C|RTOS|FPGA|SAP|Salesforce|ServiceNow'.split(
    '|',
  ),
];

/** Names that are also common words count only as they are written here. */
const exactCaseNames = new Set(
  'Go R C Rust Swift Dart Chef Puppet Express Spring Flask Sketch Excel Oracle Ray Vault Lambda Envoy Hive Spark Rails REST Flink Parquet Sass Helm Electron Looker Presto Iceberg Pulsar Jest Cypress Agile Networking Statistics'.split(
    ' ',
  ),
);

export const builtInTechniques: readonly string[] = techniques;

const techniquesByName = new Set(techniques.map((name) => name.toLowerCase()));

/** Whether a technique counts only in its own spelling, because its name is a word of everyday. */
export function needsExactCase(name: string): boolean {
  return exactCaseNames.has(name) || name.length <= 2;
}

/** Tools that people write in small letters. */
for (const name of 'npm pnpm yarn pip uv poetry conda make cmake gcc clang gdb kubectl k6 jq curl vim tmux zsh eslint prettier mypy ruff black pylint pandera polars htmx esbuild rollup systemd tcpdump strace perf'.split(
  ' ',
))
  techniquesByName.add(name);

/** Whether a single word, or names between slashes, is a technique written in small letters at its start, such as “pandas/NumPy”. */
export function isKnownTechnique(token: string): boolean {
  const [first = ''] = token.split('/');
  const name = first.replace(/[,;.]$/, '');
  return /^\p{Ll}/u.test(name) && techniquesByName.has(name.toLowerCase());
}

const categoryWords = new Set(
  'editor editors framework frameworks cache caching logs log client clients environment environments assistant assistants tracing alerting paging profiling chaos proxy gateway mesh access ai analytics api apis application applications automation backend bi build cd change ci cloud code collaboration communication compute container containers containerization crm data database databases deployment design desktop dev development devops devsecops documentation engineering enterprise experiment experimentation feature flags frontend governance iac ide identity incident infrastructure integration itsm knowledge language languages libraries library logging management message messaging metrics mlops ml mobile modeling monitoring networking notebook notebooks observability office operations orchestration pipeline pipelines planning platform platforms product productivity programming project qa quality queue registry release reporting runtime scheduling scripting search secrets security serving sdlc software source control storage store streaming systems technical testing ticketing tools tracking transformation validation version visualization warehouse warehousing web workflow'.split(
    ' ',
  ),
);

/** Whether a word may stand in the name of a category of tools: “Data / analytics”, “DevOps / CI-CD”. */
export function isCategoryWord(token: string): boolean {
  if (/^(?:[/&]|and|or)$/.test(token)) return true;
  const words = token
    .toLowerCase()
    .split(/[^\p{L}]/u)
    .filter(Boolean);
  return words.length > 0 && words.every((word) => categoryWords.has(word));
}
