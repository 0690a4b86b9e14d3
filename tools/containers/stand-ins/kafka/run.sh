#!/bin/bash
# As the official image does it: KAFKA_A_B=x becomes a.b=x, an empty data folder is formatted, the broker runs in the foreground.
set -e
properties=/tmp/server.properties
env | sed -n 's/^KAFKA_\([A-Z_]*\)=\(.*\)/\1=\2/p' | grep -v '^\(HEAP\|OPTS\|LOG4J_\)' | while IFS='=' read -r name value; do
  echo "$(tr 'A-Z_' 'a-z.' <<< "$name")=$value"
done > "$properties"
data=$(sed -n 's/^log.dirs=//p' "$properties")
java=(java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '/opt/kafka/libs/*')
[ -f "$data/meta.properties" ] || \
  "${java[@]}" -Xmx128m kafka.tools.StorageTool format --cluster-id "$CLUSTER_ID" --config "$properties"
exec "${java[@]}" -Xms64m -Xmx256m kafka.Kafka "$properties"
