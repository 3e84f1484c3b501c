//! The largest flow through pipes (最大流), by Dinic's algorithm.
use std::collections::VecDeque;

/// A net of pipes; each lies beside its way back.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    pipes_of: Vec<Vec<usize>>,
    ends: Vec<usize>,
    room: Vec<u32>,
    depth: Vec<u32>,
    next: Vec<usize>,
}

/// Not reached.
const FAR: u32 = u32::MAX;

impl Flow {
    pub fn new(n_joints: usize) -> Self {
        Self {
            pipes_of: vec![Vec::new(); n_joints],
            ends: Vec::new(),
            room: Vec::new(),
            depth: vec![FAR; n_joints],
            next: vec![0; n_joints],
        }
    }

    /// Lays a pipe.
    pub fn pipe(&mut self, from: usize, to: usize, room: u32) {
        for (from, to, room) in [(from, to, room), (to, from, 0)] {
            self.pipes_of[from].push(self.ends.len());
            self.ends.push(to);
            self.room.push(room);
        }
    }

    /// How much can flow at the same time.
    pub fn most(&mut self, source: usize, target: usize) -> u32 {
        let mut sum = 0;
        while self.measure(source, target) {
            self.next.fill(0);
            loop {
                let pushed = self.push(source, target, u32::MAX);
                if pushed == 0 {
                    break;
                }
                sum += pushed;
            }
        }
        sum
    }

    /// How far each joint lies from the source by pipes with room; is the target reached?
    fn measure(&mut self, source: usize, target: usize) -> bool {
        self.depth.fill(FAR);
        self.depth[source] = 0;
        let mut queue = VecDeque::from([source]);
        while let Some(joint) = queue.pop_front() {
            for &pipe in &self.pipes_of[joint] {
                let end = self.ends[pipe];
                if 0 < self.room[pipe] && self.depth[end] == FAR {
                    self.depth[end] = self.depth[joint] + 1;
                    queue.push_back(end);
                }
            }
        }
        self.depth[target] != FAR
    }

    fn push(&mut self, joint: usize, target: usize, most: u32) -> u32 {
        if joint == target {
            return most;
        }
        while let Some(&pipe) = self.pipes_of[joint].get(self.next[joint]) {
            let end = self.ends[pipe];
            if 0 < self.room[pipe] && self.depth[end] == self.depth[joint] + 1 {
                let pushed = self.push(end, target, most.min(self.room[pipe]));
                if 0 < pushed {
                    self.room[pipe] -= pushed;
                    self.room[pipe ^ 1] += pushed;
                    return pushed;
                }
            }
            self.next[joint] += 1;
        }
        0
    }
}
