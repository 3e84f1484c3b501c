//! The largest flow through pipes (最大流), by Dinic's algorithm.

/// A net of pipes; each lies beside its way back.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    starts: Vec<u32>,
    ends: Vec<u32>,
    room: Vec<u32>,
    /// Pipes sorted by where they start, and where those of each joint begin.
    sorted: Vec<u32>,
    first: Vec<u32>,
    depth: Vec<u32>,
    next: Vec<u32>,
    queue: Vec<u32>,
}

/// Not reached.
const FAR: u32 = u32::MAX;

impl Flow {
    pub fn new(n_joints: usize) -> Self {
        Self {
            starts: Vec::new(),
            ends: Vec::new(),
            room: Vec::new(),
            sorted: Vec::new(),
            first: vec![0; n_joints + 1],
            depth: vec![FAR; n_joints],
            next: vec![0; n_joints],
            queue: Vec::with_capacity(n_joints),
        }
    }

    /// Lays a pipe.
    pub fn pipe(&mut self, from: usize, to: usize, room: u32) {
        for (from, to, room) in [(from, to, room), (to, from, 0)] {
            self.starts.push(from as u32);
            self.ends.push(to as u32);
            self.room.push(room);
            self.first[from + 1] += 1;
        }
    }

    /// How much can flow at the same time.
    pub fn most(&mut self, source: usize, target: usize) -> u32 {
        self.sort();
        let mut sum = 0;
        while self.measure(source, target) {
            let n_joints = self.depth.len();
            self.next.copy_from_slice(&self.first[..n_joints]);
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

    /// After [`Flow::most`]: could more be brought to this joint? Those form the narrowest cut.
    pub fn is_reached(&self, joint: usize) -> bool {
        self.depth[joint] != FAR
    }

    fn sort(&mut self) {
        for joint in 1..self.first.len() {
            self.first[joint] += self.first[joint - 1];
        }
        self.next.copy_from_slice(&self.first[..self.depth.len()]);
        self.sorted.resize(self.ends.len(), 0);
        for (pipe, &start) in self.starts.iter().enumerate() {
            let next = &mut self.next[start as usize];
            self.sorted[*next as usize] = pipe as u32;
            *next += 1;
        }
    }

    /// How far each joint lies from the source by pipes with room; is the target reached?
    fn measure(&mut self, source: usize, target: usize) -> bool {
        self.depth.fill(FAR);
        self.depth[source] = 0;
        self.queue.clear();
        self.queue.push(source as u32);
        let mut at = 0;
        while let Some(&joint) = self.queue.get(at) {
            at += 1;
            let joint = joint as usize;
            for nth in self.first[joint]..self.first[joint + 1] {
                let pipe = self.sorted[nth as usize] as usize;
                let end = self.ends[pipe] as usize;
                if 0 < self.room[pipe] && self.depth[end] == FAR {
                    self.depth[end] = self.depth[joint] + 1;
                    self.queue.push(end as u32);
                }
            }
        }
        self.depth[target] != FAR
    }

    /// Sends what it can towards the target; more than one way where one is not enough.
    fn push(&mut self, joint: usize, target: usize, most: u32) -> u32 {
        if joint == target {
            return most;
        }
        let mut sent = 0;
        while self.next[joint] < self.first[joint + 1] {
            let pipe = self.sorted[self.next[joint] as usize] as usize;
            let end = self.ends[pipe] as usize;
            if 0 < self.room[pipe] && self.depth[end] == self.depth[joint] + 1 {
                let pushed = self.push(end, target, (most - sent).min(self.room[pipe]));
                self.room[pipe] -= pushed;
                self.room[pipe ^ 1] += pushed;
                sent += pushed;
                if sent == most {
                    return sent;
                }
            }
            self.next[joint] += 1;
        }
        sent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flow_is_as_large_as_the_narrowest_cut() {
        // The joints of a textbook's example (Cormen et al.): 0 is the source, 5 the target.
        let mut flow = Flow::new(6);
        let pipes = [
            (0, 1, 16),
            (0, 2, 13),
            (1, 3, 12),
            (2, 1, 4),
            (3, 2, 9),
            (2, 4, 14),
            (4, 3, 7),
            (3, 5, 20),
            (4, 5, 4),
        ];
        for (from, to, room) in pipes {
            flow.pipe(from, to, room);
        }
        assert_eq!(flow.most(0, 5), 23);
        let reached: Vec<usize> = (0..6).filter(|&joint| flow.is_reached(joint)).collect();
        assert_eq!(reached, [0, 1, 2, 4], "the cut lies behind these");
    }
}
