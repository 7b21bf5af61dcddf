#!/usr/bin/env bash
# A Slurm cluster of two virtual nodes, n1 and n2, on this machine. All that it needs lies in FOLDER.
#
#   slurm.sh install                     installs what is missing (Debian, root)
#   slurm.sh start FOLDER KIND PROCESS   KIND: loopback, or namespaces with a link of its own for each node;
#                                        the cluster stops by itself when PROCESS is gone
#   slurm.sh run FOLDER COMMAND ...      a command as on the cluster's login machine
#   slurm.sh jobs FOLDER NODE            the processes of a node's jobs
#   slurm.sh kill FOLDER NODE            the end of a node: its daemon, steps and jobs are killed
#   slurm.sh cut FOLDER NODE             takes a node's link away (namespaces)
#   slurm.sh stop FOLDER
set -euo pipefail

packages="slurm-wlm munge iproute2"

install() {
  local missing=
  for package in $packages; do
    dpkg-query --show --showformat='${Status}' "$package" 2> /dev/null | grep -q 'ok installed' \
      || missing+=" $package"
  done
  [ -n "$missing" ] || return 0
  export DEBIAN_FRONTEND=noninteractive
  # Nothing that packages would start is to run: the cluster here has daemons of its own.
  local policy=/usr/sbin/policy-rc.d
  [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' > $policy; chmod +x $policy; trap "rm -f $policy" EXIT; }
  apt-get -q -o DPkg::Lock::Timeout=120 update
  # shellcheck disable=SC2086
  apt-get -q -o DPkg::Lock::Timeout=120 install --yes --no-install-recommends $missing
}

# Calls a command until it succeeds, for so many seconds at most.
await() {
  local end=$((SECONDS + $1)); shift
  until "$@" > /dev/null 2>&1; do
    [ $SECONDS -lt $end ] || { echo "waited in vain for: $*"; return 1; }
    sleep 0.2
  done
}

# Processes whose environment has all the settings.
marked() {
  local files setting
  files=$(echo /proc/[0-9]*/environ)
  for setting in "$@"; do
    # shellcheck disable=SC2086
    files=$(grep -lzxF "$setting" $files 2> /dev/null || true)
    [ -n "$files" ] || return 0
  done
  echo "$files" | cut -d/ -f3
}

jobs() { marked "SLURM_CONF=$1/slurm.conf" "SLURMD_NODENAME=$2"; }

processes() {
  local job
  marked "SLURM_CONF=$1/slurm.conf" "OTIUM_NODE=$2"
  for job in $(jobs "$1" "$2"); do
    # The step that the daemon has made for a job is the job's parent.
    echo "$job"
    sed -n 's/^PPid:\s*//p' "/proc/$job/status" 2> /dev/null
  done | sort -u
}

# The network namespace of the controller or of a node, as the prefix of a command.
within() { if [ -e "$1/$2.namespace" ]; then echo "nsenter --net=/proc/$(cat "$1/$2.namespace")/ns/net"; fi; }

ports_are_free() { for port in $1 $(($1 + 1)) $(($1 + 2)); do ! (: > "/dev/tcp/127.0.0.1/$port") 2> /dev/null || return 1; done; }

apart() { [ "$(readlink /proc/self/ns/net)" != "$(readlink "/proc/$1/ns/net")" ]; }

# A namespace lives as long as a process in it.
namespace() {
  unshare --net sleep 900 < /dev/null > /dev/null 2>&1 &
  echo $! > "$1/$2.namespace"
  await 5 apart $!
  $(within "$1" "$2") ip link set lo up
}

links() {
  local folder=$1 index
  namespace "$folder" controller
  $(within "$folder" controller) ip address add 10.201.0.1/32 dev lo
  for index in 1 2; do
    namespace "$folder" n$index
    $(within "$folder" controller) ip link add to-n$index type veth peer name uplink netns "$(cat "$folder/n$index.namespace")"
    $(within "$folder" controller) ip address add 10.201.$index.1/30 dev to-n$index
    $(within "$folder" controller) ip link set to-n$index up
    $(within "$folder" n$index) ip address add 10.201.$index.2/30 dev uplink
    $(within "$folder" n$index) ip link set uplink up
    $(within "$folder" n$index) ip route add default via 10.201.$index.1
  done
}

configure() {
  local folder=$1 controller=$2 node1=$3 node2=$4 port=$5 host
  host=$(hostname -s)
  cat > "$folder/slurm.conf" << END
ClusterName=otium
SlurmctldHost=$host($controller)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
CredType=cred/munge
SlurmctldPort=$port
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd-%n.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd-%n.log
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool-%n
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,sched_min_interval=50000,bf_interval=2,batch_sched_delay=0
MpiDefault=none
ReturnToService=2
SlurmdTimeout=5
KillWait=2
JobRequeue=1
MaxArraySize=4
NodeName=n1 NodeHostname=$host NodeAddr=$node1 Port=$((port + 1)) CPUs=2 State=UNKNOWN
NodeName=n2 NodeHostname=$host NodeAddr=$node2 Port=$((port + 2)) CPUs=2 State=UNKNOWN
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
END
}

munge_works() { munge -S "$1/munge.socket" -n | unmunge -S "$1/munge.socket"; }
both_idle() { [ "$(sinfo --noheader --format=%D%t)" = 2idle ]; }

start() {
  local folder=$1 kind=$2 process=$3 port=$((20000 + RANDOM % 9000))
  mkdir -p "$folder/state" "$folder/spool-n1" "$folder/spool-n2"
  export SLURM_CONF=$folder/slurm.conf
  # A daemon that kept anything of the caller's open would keep the caller waiting.
  exec > "$folder/start.log" 2>&1
  for file in /proc/self/fd/*; do
    case ${file##*/} in 0 | 1 | 2 | 255) ;; *) eval "exec ${file##*/}>&-" ;; esac
  done
  dd if=/dev/urandom of="$folder/munge.key" bs=1024 count=1 status=none
  chmod 700 "$folder"; chmod 600 "$folder/munge.key"
  munged --force --socket="$folder/munge.socket" --key-file="$folder/munge.key" --pid-file="$folder/munged.pid" \
    --log-file="$folder/munged.log" --seed-file="$folder/munge.seed"
  await 10 munge_works "$folder"
  if [ "$kind" = namespaces ]; then
    links "$folder"
    configure "$folder" 10.201.0.1 10.201.1.2 10.201.2.2 "$port"
  else
    until ports_are_free $port; do port=$((20000 + RANDOM % 9000)); done
    configure "$folder" 127.0.0.1 127.0.0.1 127.0.0.1 "$port"
  fi
  $(within "$folder" controller) slurmctld -c
  OTIUM_NODE=n1 $(within "$folder" n1) slurmd -N n1
  OTIUM_NODE=n2 $(within "$folder" n2) slurmd -N n2
  (
    # What has this in its environment is ended by stop.
    unset SLURM_CONF
    while kill -0 "$process" 2> /dev/null && [ -e "$folder/slurm.conf" ]; do sleep 1; done
    exec "$0" stop "$folder"
  ) < /dev/null > /dev/null 2>&1 &
  await 30 run "$folder" bash -c "$(declare -f both_idle); both_idle"
}

run() {
  local folder=$1; shift
  SLURM_CONF=$folder/slurm.conf $(within "$folder" controller) "$@"
}

stop() {
  local folder=$1 ids
  rm -f "$folder/slurm.conf"
  for _ in 1 2 3 4 5; do
    ids=$(cat "$folder"/*.namespace 2> /dev/null; marked "SLURM_CONF=$folder/slurm.conf")
    rm -f "$folder"/*.namespace
    [ -n "$ids" ] || break
    # shellcheck disable=SC2086
    kill -9 $ids 2> /dev/null || true
    sleep 0.2
  done
}

command=$1; shift
case $command in
  install | start | run | stop | jobs) $command "$@" ;;
  kill) kill -9 $(processes "$@") 2> /dev/null || true ;;
  cut) $(within "$1" controller) ip link set "to-$2" down ;;
  *) sed -n '2,12s/^# \{0,1\}//p' "$0" >&2; exit 64 ;;
esac
